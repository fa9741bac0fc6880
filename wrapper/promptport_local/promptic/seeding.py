"""Adding to the local Promptic what is given as data: by tests, the control surface, and the fixture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from promptport_local.promptic.access import Access
from promptport_local.promptic.components import Components
from promptport_local.promptic.resources import USER, WORKSPACE, Caller, Json
from promptport_local.promptic.seeded_artifacts import SeededArtifacts
from promptport_local.promptic.seeded_datasets import SeededDatasets
from promptport_local.promptic.seeded_experiments import SeededExperiments
from promptport_local.promptic.seeded_traces import SeededTraces
from promptport_local.promptic.seeds import check_seed
from promptport_local.promptic.state import State
from promptport_local.strict_json import check_json


class Seeding:
    """Adds workspaces, keys, sessions, traces, and components with what is in them.

    Args:
        state: What is held.
        access: The workspaces, keys and sessions.
        components: The components.
        experiments: Adds experiments.
        traces: Adds traces.
        datasets: Adds datasets.
        artifacts: Adds artifacts.
    """

    def __init__(
        self,
        state: State,
        access: Access,
        components: Components,
        experiments: SeededExperiments,
        traces: SeededTraces,
        datasets: SeededDatasets,
        artifacts: SeededArtifacts,
    ) -> None:
        self._state = state
        self._access = access
        self._components = components
        self._experiments = experiments
        self._traces = traces
        self._datasets = datasets
        self._artifacts = artifacts

    def seed(self, data: Mapping[str, Any]) -> None:
        """Add what is given as data (`promptport_local.promptic.seeds`), in place of what has the same id or name.

        Raises:
            ValueError: Something in it is not so; then nothing was added.
        """
        check_json(data)
        check_seed(data)
        self.add(data)

    def add(self, data: Mapping[str, Any]) -> None:
        """Add data that was checked, as `seed` does.

        Raises:
            ValueError: It names a workspace or a trace that there is not, or deploys what has no iteration; then nothing
                was added.
        """
        with self._state.environment.transaction():
            for workspace in data.get("workspaces", []):
                self._access.put_workspace(**workspace)
            for key in data.get("keys", []):
                self._access.put_key(**key)
            for session in data.get("sessions", []):
                self._access.put_session(session["token"], session.get("userId", USER), session.get("expiresAt"))
            components = [(each, self._component(each)) for each in data.get("components", [])]
            for trace in data.get("traces", []):
                self._traces.add(trace)
            for artifact in data.get("artifacts", []):
                self._artifacts.add(artifact)
            for given, component in components:
                for dataset in given.get("datasets", []):
                    self._datasets.add(component, dataset)
        for name, value in data.get("options", {}).items():
            setattr(self._state.options, name, value)

    def add_workspace(self, id: str, **fields: Any) -> None:
        """Add a workspace: `name`, `description`, `members` (users, `user_1` alone unless given).

        Raises:
            ValueError: A field is not known or not of its type.
        """
        self.seed({"workspaces": [{"id": id, **fields}]})

    def add_key(self, token: str, **fields: Any) -> None:
        """Add an API key, or change one: `workspaceId`, `userId`, `active` (False for a revoked one).

        Raises:
            ValueError: A field is not known or not of its type, or there is no such workspace.
        """
        self.seed({"keys": [{"token": token, **fields}]})

    def add_session(self, token: str, **fields: Any) -> None:
        """Add a session token, or change one: `userId`, `expiresAt` (ISO 8601; None for never).

        Raises:
            ValueError: A field is not known or not of its type.
        """
        self.seed({"sessions": [{"token": token, **fields}]})

    def add_component(self, name: str, **fields: Any) -> Json:
        """Add a component with whatever is in it, and answer it.

        Args:
            name: Its name.
            fields: See `promptport_local.promptic.seeds`.

        Raises:
            ValueError: A field is not known or not of its type.
        """
        self.seed({"components": [{"name": name, **fields}]})
        return self._state.under("components", fields.get("workspaceId", WORKSPACE), name=name)[-1]

    def add_trace(self, spans: Sequence[Json], **fields: Any) -> Json:
        """Add a trace, and answer it as `get_trace` does.

        Args:
            spans: Its spans. The first is the root, and the others are parts of it, where no `parentSpanId` says
                otherwise.
            fields: See `promptport_local.promptic.seeds`.

        Raises:
            ValueError: A field is not known or not of its type.
        """
        self.seed({"traces": [{**fields, "spans": list(spans)}]})
        return self._traces.last()

    def _component(self, given: Json) -> Json:
        """Make or change a component, and put the given experiments in place of all that it has."""
        caller = Caller(given.get("workspaceId", WORKSPACE), USER)
        self._access.check_workspace(caller.workspace)
        known = self._state.find("components", caller.workspace, given["id"]) if "id" in given else None
        known = known or self._components.named(caller.workspace, given["name"])
        if known is None:
            component = self._components.create_component(caller, given)
        else:
            changes = {name: value for name, value in given.items() if name in ("name", "description")}
            component = self._state.change("components", known, changes)
            for each in self._state.under("experiments", caller.workspace, aiComponentId=component["id"]):
                self._state.remove("experiments", each)
        for each in given.get("experiments", []):
            self._experiments.add(caller, component, each)
        return component
