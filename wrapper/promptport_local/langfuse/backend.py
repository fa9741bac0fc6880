"""The local Langfuse without HTTP: what it holds, its calls, and what tests add to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from promptport_local.backend import Table
from promptport_local.environment import Environment
from promptport_local.langfuse.authoring import Authoring
from promptport_local.langfuse.fixture import FIXTURE
from promptport_local.langfuse.keys import Keys
from promptport_local.langfuse.limits import Limits
from promptport_local.langfuse.lookup import Lookup
from promptport_local.langfuse.observations import Observations
from promptport_local.langfuse.prompts import Prompts
from promptport_local.langfuse.scores import Scores
from promptport_local.langfuse.seeding import Seeding
from promptport_local.langfuse.state import Json, Options, State
from promptport_local.langfuse.tables import tables
from promptport_local.prompts import Prompt


class Backend:
    """The local Langfuse. Use it to seed and to inspect, in-process.

    It is composed of parts; what tests and the routes call of them is here under the same names.

    Args:
        environment: What it lives on.

    Attributes:
        authoring: What people do on Langfuse's pages, in the form that all platforms have.
        authenticate: Finds the pair of keys that Basic authentication has sent (`Keys`).
        authenticate_public: Finds the pair whose public key came alone (`Keys`).
        spend: Counts a request for the limits (`Limits`).
        get: Answers a version of a prompt (`Lookup`).
        list_prompts: Answers a page of the prompts (`Lookup`).
        create: Makes a version (`Prompts`).
        give: Gives labels to a version (`Prompts`).
        delete: Deletes a version, or all of them (`Prompts`).
        create_score: Keeps a score (`Scores`).
        create_scores: Keeps those of a list that are some (`Scores`).
        delete_score: Deletes a score (`Scores`).
        take_spans: Keeps the spans of an export (`Observations`).
        add_key: Adds a pair of keys (`Seeding`).
        add_prompt: Adds a prompt with its versions (`Seeding`).
    """

    def __init__(self, environment: Environment) -> None:
        self._state = state = State(environment)
        keys = Keys(state)
        prompts = Prompts(state)
        lookup = Lookup(state, prompts)
        self._seeding = seeding = Seeding(state, keys)
        self.authoring = Authoring(state, prompts)
        self.authenticate = keys.authenticate
        self.authenticate_public = keys.authenticate_public
        self.spend = Limits(state).spend
        self.get = lookup.get
        self.list_prompts = lookup.list_prompts
        self.create = prompts.create
        self.give = prompts.give
        self.delete = prompts.delete
        scores = Scores(state)
        self.create_score = scores.create
        self.create_scores = scores.create_all
        self.delete_score = scores.delete
        self.take_spans = Observations(state, prompts).take
        self.add_key = seeding.add_key
        self.add_prompt = seeding.add_prompt

    @property
    def options(self) -> Options:
        """How it behaves where deployments differ. Change its fields, or replace it."""
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
        """Add prompts that the server was given; a prompt whose name is held already is replaced."""
        self._seeding.load(prompts)

    @property
    def prompts(self) -> list[Json]:
        """The prompts with their versions."""
        return self._state.prompts.all()

    @property
    def scores(self) -> list[Json]:
        """The scores, oldest first."""
        return self._state.scores.all()

    @property
    def observations(self) -> list[Json]:
        """The spans that came in, each with the version of a prompt that it is of."""
        return self._state.spans.all()

    def state(self) -> Json:
        """Everything it holds, as JSON, the keys masked."""
        return self._state.shown()

    def tables(self) -> list[Table]:
        """What it holds, for the page."""
        return tables(self._state)
