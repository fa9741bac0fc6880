"""PromptRails' behaviour without HTTP: its records, what runs on them, and how they get there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from promptport_local.backend import Table
from promptport_local.contract import Contract
from promptport_local.environment import Environment
from promptport_local.promptrails.a2a import Tasks
from promptport_local.promptrails.agents import Agents
from promptport_local.promptrails.aggregates import Aggregates
from promptport_local.promptrails.approvals import Approvals
from promptport_local.promptrails.authoring import Authoring
from promptport_local.promptrails.chats import Chats
from promptport_local.promptrails.decisions import Decisions
from promptport_local.promptrails.emulator import EMULATOR
from promptport_local.promptrails.endings import Endings
from promptport_local.promptrails.execution_tree import ExecutionTree
from promptport_local.promptrails.feedback import Feedback
from promptport_local.promptrails.fields import Fields
from promptport_local.promptrails.fixture import FIXTURE
from promptport_local.promptrails.ingest import Ingest
from promptport_local.promptrails.keys import Keys
from promptport_local.promptrails.media import Media
from promptport_local.promptrails.memories import Memories
from promptport_local.promptrails.models import Models
from promptport_local.promptrails.playground import Playground
from promptport_local.promptrails.prompt_runs import PromptRuns
from promptport_local.promptrails.records import Records
from promptport_local.promptrails.resource import Json
from promptport_local.promptrails.resources import RESOURCES
from promptport_local.promptrails.runs import Runs
from promptport_local.promptrails.sampling import Sampling
from promptport_local.promptrails.seeding import Seeding
from promptport_local.promptrails.sources import Sources
from promptport_local.promptrails.spans import Spans
from promptport_local.promptrails.state import Options, State
from promptport_local.promptrails.tables import tables
from promptport_local.promptrails.tools import Tools
from promptport_local.promptrails.trace_summary import TraceSummary
from promptport_local.promptrails.traces import Traces
from promptport_local.promptrails.triggers import Triggers
from promptport_local.promptrails.versions import Versions
from promptport_local.promptrails.vfs import FileSystem
from promptport_local.promptrails.vfs_moves import FileMoves
from promptport_local.promptrails.vfs_search import FileSearch
from promptport_local.promptrails.vfs_tree import FileTree
from promptport_local.prompts import Prompt


class Backend:
    """The local PromptRails. Use it to seed and to inspect, in-process.

    Args:
        contract: PromptRails' contract.
        environment: What it lives on.

    Attributes:
        records: Everything that it holds, by resource (`agents`, `prompt_versions`, `executions`, …).
        versions: Makes and promotes versions.
        authoring: What people do on PromptRails' pages, in the form that all platforms have.
        agents: Makes agents.
        runs: Runs agents.
        executions: Executions and those that they started.
        decisions: Approves, denies and cancels executions.
        playground: Tries out agents with other prompts.
        prompt_runs: Runs prompts.
        approvals: Decides requests for approval.
        chats: Takes turns in chat sessions.
        feedback: Takes what people think of the answers.
        memories: Searches what agents remember.
        aggregates: Sums up costs, scores and metrics.
        traces: Finds spans, and sums up their sessions.
        ingest: Takes spans that applications report.
        summary: Sums up spans.
        models: Lists models.
        tools: Discovers, calls and installs tools.
        sources: Queries data sources, checks connections.
        media: Makes pictures, speech and films.
        triggers: Makes triggers, and is called by them.
        files: Lists, reads and writes the agents' files.
        file_moves: Moves, copies and deletes them.
        file_search: Searches them.
        tasks: Takes tasks from other agents.
    """

    def __init__(self, contract: Contract, environment: Environment) -> None:
        fields = Fields(contract)
        self._state = state = State(environment, fields)
        self._keys = Keys(environment)
        self.records = Records(state, fields)
        self.versions = Versions(state, self.records)
        self.authoring = Authoring(state, self.versions)
        self.agents = Agents(state, self.records, self.versions)
        self.executions = ExecutionTree(state, self.records)
        sampling = Sampling(state)
        spans = Spans(state, sampling)
        endings = Endings(state, self.executions, spans)
        self.runs = Runs(state, self.records, self.versions, self.executions, endings, sampling)
        self.decisions = Decisions(state, self.records, self.executions)
        self.playground = Playground(state, self.versions, sampling, spans)
        self.prompt_runs = PromptRuns(state, self.versions)
        self.approvals = Approvals(state, self.records, self.runs)
        self.chats = Chats(state, self.records, self.runs, sampling)
        self.feedback = Feedback(state)
        self.memories = Memories(state, self.records)
        self.aggregates = Aggregates(state)
        self.traces = Traces(state, self.records)
        self.ingest = Ingest(state)
        self.summary = TraceSummary(state)
        self.models = Models(self.records)
        self.tools = Tools(state, self.records)
        self.sources = Sources(state, self.records, self.versions)
        self.media = Media(state)
        self.triggers = Triggers(state, self.records, self.runs)
        self.tasks = Tasks(state, self.records, self.runs)
        files = FileTree(state)
        self.files = FileSystem(state, files)
        self.file_moves = FileMoves(state, files)
        self.file_search = FileSearch(files)
        self._seeding = Seeding(state, self.records, self.versions, files, self._keys)

    @property
    def options(self) -> Options:
        """How it behaves where PromptRails leaves a choice. Change its fields, or replace it."""
        return self._state.options

    @options.setter
    def options(self, options: Options) -> None:
        self._state.options = options

    def authenticate(self, token: str) -> Json:
        """The record of an API key.

        Raises:
            Refusal: 401; it is not known, or was revoked. 403; it may not be used from here.
        """
        return self._keys.authenticate(token)

    def allow(self, key: Json, scope: str) -> None:
        """Refuse a key that may not do something.

        Raises:
            Refusal: 403; the scope is not among the key's.
        """
        self._keys.allow(key, scope)

    def settle(self) -> None:
        """Go on with what time, people or nobody decided since: runs, requests to end them, tasks."""
        with self._state.environment.transaction():
            unended = self.executions.unended()
            self.decisions.settle(unended)
            self.runs.settle(unended)
            self.tasks.settle()

    def reset(self) -> None:
        """Return to the fixture and the usual options, and begin randomness anew.

        Where any key will do, as with the vendor's emulator, what that one holds is there as well.
        """
        with self._state.environment.transaction():
            self._state.clear()
            self.seed(FIXTURE)
            if self._state.environment.any_key:
                self.seed(EMULATOR)

    def seed(self, data: Mapping[str, Any]) -> None:
        """Add what is given as data, in place of what has the same id: see `Seeding.seed`.

        Raises:
            ValueError: Something in it is not so; then nothing was added.
        """
        self._seeding.seed(data)

    def load(self, prompts: Sequence[Prompt]) -> None:
        """Add prompts that the server was given; one whose name is held already gets their versions in place of its own."""
        self._seeding.load(prompts)

    def add_key(self, token: str, **fields: Any) -> None:
        """Add an API key, or change one.

        Args:
            token: The key.
            fields: `active` (False for one that was revoked), `allowed` (False for one that may not be used from here) and
                `scopes` (what it may do, such as `traces:write`; None for everything).

        Raises:
            ValueError: A field is not known or not of its type.
        """
        self.seed({"keys": [{"token": token, **fields}]})

    def state(self) -> Json:
        """Everything it holds, as JSON, the keys masked; no secret of a record is ever kept where it is shown."""
        with self._state.environment.transaction():
            shown = {
                name: [{key: value for key, value in each.items() if key[0] != "_"} for each in self._state.all(name)]
                for name in RESOURCES
            }
            return {"keys": self._keys.masked(), **shown, "options": vars(self.options).copy()}

    def tables(self) -> list[Table]:
        """What it holds, for the page."""
        return tables(self._state, self._keys)
