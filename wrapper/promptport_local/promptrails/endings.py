"""How executions end: with their output, their costs and their spans; and how a tree of them is stopped."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from promptport_local.clock import read, written
from promptport_local.promptrails.budgets import exceeded
from promptport_local.promptrails.execution_tree import ENDED, ExecutionTree
from promptport_local.promptrails.figures import RUN, Figures
from promptport_local.promptrails.plans import attached
from promptport_local.promptrails.resource import Json
from promptport_local.promptrails.spans import Spans
from promptport_local.promptrails.state import State

_NOTHING = Figures(RUN.model, 0, 0, 0.0, 0)
_TO_COME: Json = {"cost": None, "token_usage": None}


class Endings:
    """Ends executions.

    Args:
        state: What is held.
        tree: Who is whose child.
        spans: Where their spans go.
    """

    def __init__(self, state: State, tree: ExecutionTree, spans: Spans) -> None:
        self._state = state
        self._tree = tree
        self._spans = spans

    def finish(
        self, execution: Json, output: Any, figures: Figures, status: str = "completed", error: str = ""
    ) -> None:
        """End an execution that ran to its end: with what it came to; or, where agents fail, with their error.

        A tree that has taken more than the budget of its root is stopped.

        Args:
            execution: The execution as it is kept.
            output: What it came to.
            figures: What it took.
            status: Its status, where no agent fails.
            error: Its error likewise.
        """
        if self._state.options.failure is not None:
            status, error, output = "failed", self._state.options.failure, None
            figures = figures._replace(wrote=0, cost=0.0)
        version = self._version(execution)
        execution["_called"] = [{"name": each["name"], "type": each["type"]} for each in self._attached(version)]
        execution["_tool"] = self._tool(execution, version, output)
        execution.update(token_usage=figures.usage, cost=figures.cost)
        self._state.put("executions", execution)
        root = self._tree.root(execution)
        limit = self.over_budget(root)
        if limit is not None and root["id"] == execution["id"]:
            status, error, output = "failed", limit, None
        self._end(execution, version, figures, status=status, error=error, output=output)
        if limit is not None:
            self.stop(root, limit)

    def over_budget(self, root: Json, caller: Json | None = None) -> str | None:
        """Which limit of its root's budget a tree exceeds, in words; None where it keeps to all.

        Args:
            root: The execution at its top.
            caller: The execution that is to start one more, if one is.
        """
        nodes = self._tree.nodes(root)
        more = [(depth + 1, _TO_COME) for depth, each in nodes if caller is not None and each["id"] == caller["id"]]
        return exceeded(self._version(root).get("run_budget"), [*nodes, *more])

    def stop(self, root: Json, error: str) -> None:
        """End everything in a tree that has not ended, as failed.

        Args:
            root: The execution at its top.
            error: Why.
        """
        for _, each in reversed(self._tree.nodes(self._state.need("executions", root["id"]))):
            if each["status"] not in ENDED:
                self._end(each, self._version(each), _NOTHING, status="failed", error=error, output=None)

    def _end(self, execution: Json, version: Mapping[str, Any], figures: Figures, **fields: Any) -> None:
        ended = written(read(execution["started_at"]) + timedelta(milliseconds=figures.milliseconds))
        execution.update(duration_ms=figures.milliseconds, completed_at=ended, approval_expires_at=None, **fields)
        self._state.put("executions", execution)
        self._spans.write(execution, version, figures)

    def _version(self, execution: Json) -> Mapping[str, Any]:
        return self._state.find("agent_versions", execution["agent_version_id"]) or {}

    def _attached(self, version: Mapping[str, Any]) -> list[Json]:
        """The tools that a version calls: those that are attached to it, there, and switched on."""
        found = (self._state.find("mcp_tools", each.get("mcp_tool_id")) for each in attached(version, "tools"))
        return [each for each in found if each is not None and each["is_active"]]

    def _tool(self, execution: Json, version: Mapping[str, Any], output: Any) -> Json | None:
        """The tool that the stream shows: the first that is attached, else any of the workspace's that is switched on."""
        tools = self._attached(version) or [each for each in self._state.all("mcp_tools") if each["is_active"]]
        if not tools:
            return None
        content = output.get("content") if isinstance(output, dict) else None
        summary = f"{len(content) if isinstance(content, str) else 0} characters"
        return {"id": f"call_{execution['id']}", "name": tools[0]["name"], "summary": summary}
