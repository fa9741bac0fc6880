"""Executions that others started: who is whose child, and the tree that they make."""

from __future__ import annotations

from promptport_local.promptrails.records import Records
from promptport_local.promptrails.resource import Json
from promptport_local.promptrails.state import State

ENDED = ("completed", "failed", "cancelled", "rejected")
"""The statuses of an execution that nothing changes any more."""

# An answer has so many levels of executions at the most: what is seeded may be nested more deeply than JSON is read.
_DEEPEST = 32


class ExecutionTree:
    """Finds the relatives of an execution.

    Args:
        state: What is held.
        records: The records as clients see them.
    """

    def __init__(self, state: State, records: Records) -> None:
        self._state = state
        self._records = records

    def root(self, execution: Json) -> Json:
        """The execution at the top of the tree that an execution is in; itself where nobody started it."""
        seen = {execution["id"]}
        while True:
            parent = self._state.find("executions", execution.get("parent_execution_id"))
            if parent is None or parent["id"] in seen:
                return execution
            seen.add(parent["id"])
            execution = parent

    def nodes(self, execution: Json) -> list[tuple[int, Json]]:
        """An execution and its descendants, parents before children, each with its depth below the first."""
        children = self._children()
        found, seen = [(0, execution)], {execution["id"]}
        for depth, each in found:
            fresh = [child for child in children.get(each["id"], ()) if child["id"] not in seen]
            seen.update(child["id"] for child in fresh)
            found += [(depth + 1, child) for child in fresh]
        return found

    def unended(self) -> list[Json]:
        """The executions that have not ended, oldest first."""
        return [each for each in self._state.all("executions") if each["status"] not in ENDED]

    def child(self, execution: Json, step: str) -> Json | None:
        """The execution that a step of another started, or None."""
        found = self._state.all("executions", parent_execution_id=execution["id"], _step=step)
        return found[0] if found else None

    def show(self, execution_id: str) -> Json:
        """An execution as it is shown, its `children` filled in, and theirs, and so on.

        Raises:
            Refusal: 404; there is no such execution.
        """
        with self._state.environment.transaction():
            shown: dict[str, Json] = {}
            for depth, each in self.nodes(self._state.need("executions", execution_id)):
                if depth > _DEEPEST:
                    break
                shown[each["id"]] = {**self._records.view("executions", each), "children": []}
                if depth:
                    shown[each["parent_execution_id"]]["children"].append(shown[each["id"]])
            return shown[execution_id]

    def _children(self) -> dict[str, list[Json]]:
        children: dict[str, list[Json]] = {}
        for each in self._state.all("executions"):
            if each.get("parent_execution_id") is not None:
                children.setdefault(each["parent_execution_id"], []).append(each)
        return children
