"""The spans that runs of agents leave behind."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from promptport_local.clock import read, written
from promptport_local.promptrails.figures import Figures
from promptport_local.promptrails.plans import nodes
from promptport_local.promptrails.resource import Json
from promptport_local.promptrails.sampling import Sampling
from promptport_local.promptrails.state import State

_MODEL_SHARE_MS = 50  # which the agent takes beside its model
_STEP_MS = 20


class Spans:
    """Writes the spans of executions: one of the agent, one of each tool and node, one of the model where it was asked.

    Args:
        state: What is held.
        sampling: Which model versions run on.
    """

    def __init__(self, state: State, sampling: Sampling) -> None:
        self._state = state
        self._sampling = sampling

    def ident(self, execution: Json) -> str:
        """The id of an execution's own span; its children's spans name it before it is written."""
        if "_span_id" not in execution:
            execution["_span_id"] = self._state.digits(16)
            if self._state.find("executions", execution["id"]) is not None:  # the playground keeps none
                self._state.put("executions", execution)
        ident: str = execution["_span_id"]
        return ident

    def write(self, execution: Json, version: Mapping[str, Any], figures: Figures) -> None:
        """Write the spans of an execution that has ended.

        Args:
            execution: The execution as it is kept.
            version: The version that ran; empty where there is none.
            figures: What it took.
        """
        agent = self._state.find("agents", execution["agent_id"])
        about = {
            "agent_name": agent["name"] if agent else "",
            "agent_type": agent["type"] if agent else "",
        }
        name = agent["name"] if agent else execution["agent_id"]
        parent = self._state.find("executions", execution.get("parent_execution_id"))
        own = {"span_id": self.ident(execution), "parent_span_id": self.ident(parent) if parent else ""}
        self._add(execution, f"agent.execute({name})", "agent", figures, tags=["agent", "execution"], **about, **own)
        below = {**about, "parent_span_id": own["span_id"]}
        free = figures._replace(read=0, wrote=0, cost=0.0, milliseconds=_STEP_MS)
        for tool in execution.get("_called") or ():
            told = {"mcp_tool_name": tool["name"], "mcp_tool_type": tool["type"]}
            self._add(execution, f"tool.call({tool['name']})", "tool", free, **told, **below)
        if not figures.read:
            return
        for node in nodes(version):
            if "agent_id" not in node:
                self._add(execution, f"workflow.node({node['id']})", "agent_step", free, **below)
        model = figures._replace(milliseconds=figures.milliseconds - _MODEL_SHARE_MS)
        sampled = self._sampling.span(version, figures.model)
        self._add(execution, "llm.generate", "llm", model, **sampled, **below)

    def _add(self, execution: Json, name: str, kind: str, figures: Figures, **fields: Any) -> Json:
        began = read(execution["started_at"])
        failed = bool(execution["error"])
        usual = {
            "trace_id": execution["trace_id"],
            "span_id": fields.get("span_id") or self._state.digits(16),
            "status": "error" if failed else "ok",
            "level": "error" if failed else "default",
            "error_message": execution["error"],
            "input": execution["input"],
            "output": execution["output"],
            "token_usage": figures.usage,
            "cost": figures.cost,
            "duration_ms": figures.milliseconds,
            "agent_id": execution["agent_id"],
            "user_id": execution["user_id"],
            "session_id": execution["session_id"] or "",
            "execution_id": execution["id"],
            "started_at": execution["started_at"],
            "ended_at": written(began + timedelta(milliseconds=figures.milliseconds)),
        }
        return self._state.add("traces", **{**usual, "name": name, "kind": kind, **fields})
