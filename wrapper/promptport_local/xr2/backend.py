"""The local xR2 without HTTP: what it holds, its three calls, and what tests add to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from promptport_local.backend import Table
from promptport_local.environment import Environment
from promptport_local.prompts import Prompt
from promptport_local.xr2.ab_tests import AbTests
from promptport_local.xr2.authoring import Authoring
from promptport_local.xr2.events import Events
from promptport_local.xr2.fixture import FIXTURE
from promptport_local.xr2.keys import Keys
from promptport_local.xr2.prompts import Prompts
from promptport_local.xr2.seeding import Seeding
from promptport_local.xr2.state import Json, Options, State
from promptport_local.xr2.tables import tables
from promptport_local.xr2.traces import Traces


class Backend:
    """The local xR2. Use it to seed and to inspect, in-process.

    It is composed of parts; what tests and the routes call of them is here under the same names.

    Args:
        environment: What it lives on.

    Attributes:
        authoring: What people do on xR2's pages, in the form that all platforms have.
        authenticate: Finds the record of an API key (`Keys`).
        check_api_key: Says whom a key belongs to (`Keys`).
        get_prompt: Chooses a version of a prompt and mints a trace for it (`Prompts`).
        track_event: Records an event (`Events`).
        used: Counts what a user fetched today (`Keys`).
        publish: Puts a version into production (`Prompts`).
        add_key: Adds an API key, or changes one (`Seeding`).
        add_prompt: Adds a prompt with its versions (`Seeding`).
        add_version: Adds a version to a prompt (`Seeding`).
        define_event: Defines an event (`Seeding`).
        add_ab_test: Adds an A/B test (`Seeding`).
    """

    def __init__(self, environment: Environment) -> None:
        self._state = state = State(environment)
        traces = Traces(state)
        keys = Keys(state)
        ab_tests = AbTests(state)
        events = Events(state, traces)
        prompts = Prompts(state, keys, ab_tests, traces)
        self._seeding = seeding = Seeding(state, keys, prompts, events, ab_tests)
        self.authoring = Authoring(state, prompts, ab_tests, seeding)
        self.authenticate = keys.authenticate
        self.check_api_key = keys.check_api_key
        self.get_prompt = prompts.get_prompt
        self.track_event = events.track_event
        self.used = keys.used
        self.publish = prompts.publish
        self.add_key = seeding.add_key
        self.add_prompt = seeding.add_prompt
        self.add_version = seeding.add_version
        self.define_event = seeding.define_event
        self.add_ab_test = seeding.add_ab_test

    @property
    def options(self) -> Options:
        """How it behaves where xR2 has behaved in more than one way. Change its fields, or replace it."""
        return self._state.options

    @options.setter
    def options(self, options: Options) -> None:
        self._state.options = options

    def reset(self) -> None:
        """Return to the fixture and the usual options, and begin randomness anew."""
        with self._state.environment.transaction():
            self._state.clear()
            self.seed(FIXTURE)

    def seed(self, data: Mapping[str, Any]) -> None:
        """Add what is given as data, in place of what has the same name. `Seeding.seed` lists what it takes.

        Raises:
            ValueError: Something in it is not so; then nothing was added.
        """
        self._seeding.seed(data)

    def load(self, prompts: Sequence[Prompt]) -> None:
        """Add prompts that the server was given; a prompt whose slug is held already is replaced."""
        self._seeding.load(prompts)

    @property
    def events(self) -> list[Json]:
        """The events that were recorded, oldest first, with everything that came with them."""
        return self._state.tracked.all()

    @property
    def traces(self) -> list[Json]:
        """The traces that were minted, oldest first."""
        return self._state.traces.all()

    @property
    def prompts(self) -> list[Json]:
        """The prompts with their versions."""
        return self._state.prompts.all()

    @property
    def ab_tests(self) -> list[Json]:
        """The A/B tests with their counters."""
        return self._state.ab_tests.all()

    def state(self) -> Json:
        """Everything it holds, as JSON, the keys masked."""
        return self._state.shown()

    def tables(self) -> list[Table]:
        """What it holds, for the page."""
        return tables(self._state)
