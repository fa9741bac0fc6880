"""The local Scope without HTTP: what it holds, its calls, and what tests add to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from promptport_local.backend import Table
from promptport_local.environment import Environment
from promptport_local.prompts import Prompt
from promptport_local.scope.applications import Applications
from promptport_local.scope.authoring import Authoring
from promptport_local.scope.fixture import FIXTURE
from promptport_local.scope.lookup import Lookup
from promptport_local.scope.prompts import Prompts
from promptport_local.scope.seeding import Seeding
from promptport_local.scope.state import Json, Options, State
from promptport_local.scope.tables import tables
from promptport_local.scope.tokens import Tokens


class Backend:
    """The local Scope. Use it to seed and to inspect, in-process.

    It is composed of parts; what tests and the routes call of them is here under the same names.

    Args:
        environment: What it lives on.

    Attributes:
        authoring: What people do on Scope's pages, in the form that all platforms have.
        exchange: Issues a token for an application (`Tokens`).
        authenticate: Finds the application that a token was issued to (`Tokens`).
        get_production: Answers the version of a prompt in production (`Lookup`).
        get_latest: Answers the newest version of a prompt (`Lookup`).
        get_version: Answers one version of a prompt (`Lookup`).
        add_application: Adds an application, or changes one (`Seeding`).
        add_prompt: Adds a prompt with its versions (`Seeding`).
        add_version: Adds a version to a prompt (`Seeding`).
        promote: Puts a version into production (`Seeding`).
        revoke: Revokes tokens (`Seeding`).
        expire: Lets tokens expire (`Seeding`).
    """

    def __init__(self, environment: Environment) -> None:
        self._state = state = State(environment)
        tokens = Tokens(state)
        prompts = Prompts(state)
        lookup = Lookup(state, prompts)
        self._seeding = seeding = Seeding(state, Applications(state), prompts, tokens)
        self.authoring = Authoring(state, prompts, seeding)
        self.exchange = tokens.exchange
        self.authenticate = tokens.authenticate
        self.get_production = lookup.get_production
        self.get_latest = lookup.get_latest
        self.get_version = lookup.get_version
        self.add_application = seeding.add_application
        self.add_prompt = seeding.add_prompt
        self.add_version = seeding.add_version
        self.promote = seeding.promote
        self.revoke = seeding.revoke
        self.expire = seeding.expire

    @property
    def options(self) -> Options:
        """How it behaves where Scope leaves a choice. Change its fields, or replace it."""
        return self._state.options

    @options.setter
    def options(self, options: Options) -> None:
        self._state.options = options

    def reset(self) -> None:
        """Return to the fixture and the usual options, forget every token, and begin randomness anew."""
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
    def applications(self) -> list[Json]:
        """The applications, secrets included."""
        return self._state.applications.all()

    @property
    def prompts(self) -> list[Json]:
        """The prompts with their versions."""
        return self._state.prompts.all()

    @property
    def tokens(self) -> list[Json]:
        """The tokens that were issued, oldest first: to whom, until when, whether revoked, how many calls they opened."""
        return self._state.tokens.all()

    @property
    def counts(self) -> dict[str, int]:
        """How many exchanges issued a token (`issued`) or were refused (by code), and how many calls tokens opened."""
        return self._state.counts()

    def state(self) -> Json:
        """Everything it holds, as JSON; keys, secrets and tokens masked."""
        return self._state.shown()

    def tables(self) -> list[Table]:
        """What it holds, for the page."""
        return tables(self._state)
