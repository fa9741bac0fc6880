"""Runs of agents: what an execution leaves behind, and how it goes on after people have decided."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from promptport_local.clock import read, written
from promptport_local.promptrails.events import Event, events_of
from promptport_local.promptrails.figures import RUN, Figures
from promptport_local.promptrails.records import Records
from promptport_local.promptrails.resource import Json
from promptport_local.promptrails.state import State
from promptport_local.promptrails.versions import Versions

_MODEL_SHARE_MS = 50


class Runs:
    """Runs agents, without any model.

    Args:
        state: What is held.
        records: The records as clients see them.
        versions: The versions of the agents.
    """

    def __init__(self, state: State, records: Records, versions: Versions) -> None:
        self._state = state
        self._records = records
        self._versions = versions

    def execute(
        self,
        agent_id: str,
        input: Mapping[str, Any],
        session_id: str | None = None,
        version_id: str | None = None,
        metadata: Mapping[str, Any] | None = None,
        user_id: str | None = None,
        sync: bool = True,
    ) -> Json:
        """Run an agent: an execution, a trace and costs stay behind.

        Where the version asks for approval, the execution waits for it, and a request for approval stays behind instead
        (`Approvals.decide`).

        Args:
            agent_id: The agent.
            input: What it is given.
            session_id: The session that the run belongs to; a new one where there is none.
            version_id: The version to run, in place of the current one.
            metadata: What to keep beside the run.
            user_id: On whose behalf it runs.
            sync: Whether it is over when this returns; else it is `running`, until what runs leave behind is read.

        Returns:
            The execution as it is shown, its id as `execution_id` too.

        Raises:
            Refusal: 404; there is no such agent, or no such version of it.
        """
        return self.run(RUN, agent_id, input, session_id, version_id, metadata, user_id, sync)

    def run(
        self,
        figures: Figures,
        agent_id: str,
        input: Mapping[str, Any],
        session_id: str | None = None,
        version_id: str | None = None,
        metadata: Mapping[str, Any] | None = None,
        user_id: str | None = None,
        sync: bool = True,
    ) -> Json:
        """Run an agent as `execute` does, where the run takes something else than usual."""
        state = self._state
        self._records.fields.check("executions", {"user_id": user_id})
        with state.environment.transaction():
            agent = state.need("agents", agent_id)
            version = self._versions.chosen("agent_versions", agent, version_id)
            execution = state.add(
                "executions",
                agent_id=agent_id,
                agent_version_id=version["id"] if version else None,
                user_id=user_id,
                session_id=session_id or state.mint(),
                status="running",
                input=dict(input),
                metadata=dict(metadata or {}),
                trace_id=state.mint(),
            )
            config = (version or {}).get("config") or {}
            if config.get("approval_required") is True:
                execution["status"] = "awaiting_approval"
                state.put("executions", execution)
                state.add(
                    "approvals",
                    execution_id=execution["id"],
                    agent_id=agent_id,
                    checkpoint_name=_checkpoint(config),
                    payload={"input": dict(input)},
                )
            elif not sync:
                state.put("executions", {**execution, "_answer": self.answer(agent["name"], input)})
            else:
                self.finish(execution, self.answer(agent["name"], input), figures)
            return {"execution_id": execution["id"], **self._records.view("executions", execution)}

    def settle(self) -> None:
        """End the executions that nobody waited for."""
        for each in self._state.all("executions", status="running"):
            if "_answer" in each:
                self.finish(each, each["_answer"])

    def start(self, agent_id: str, input: Json, session_id: str) -> Json:
        """A new execution that runs, of an agent that need not exist, for `finish` to end."""
        agent = self._state.find("agents", agent_id) or {}
        return self._state.add(
            "executions",
            agent_id=agent_id,
            agent_version_id=agent.get("_current"),
            session_id=session_id,
            status="running",
            input=input,
            trace_id=self._state.mint(),
        )

    def finish(self, execution: Json, content: str, figures: Figures = RUN) -> None:
        """End an execution: it gets its output, its costs and its trace; or, where agents fail, its error."""
        failure = self._state.options.failure
        figures = figures if failure is None else figures._replace(wrote=0, cost=0.0)
        ended = written(read(execution["started_at"]) + timedelta(milliseconds=figures.milliseconds))
        execution.update(
            status="completed" if failure is None else "failed",
            output={"content": content, "type": "text"} if failure is None else None,
            error=failure or "",
            token_usage=figures.usage,
            cost=figures.cost,
            duration_ms=figures.milliseconds,
            completed_at=ended,
            _tool=self._tool(execution, content),
        )
        self._state.put("executions", execution)
        agent = self._state.find("agents", execution["agent_id"])
        name = agent["name"] if agent else execution["agent_id"]
        root = self._span(execution, f"agent.execute({name})", "agent", figures)
        model = figures._replace(milliseconds=figures.milliseconds - _MODEL_SHARE_MS)
        self._span(execution, "llm.generate", "llm", model, parent_span_id=root["span_id"], model_name=figures.model)

    def answer(self, agent: str, input: Mapping[str, Any]) -> str:
        """What an agent says to an input."""
        given = ", ".join(input) or "nothing"
        return f"This is the simulated answer of {agent}, which was given {given}."

    def preview(self, agent_id: str, input: Mapping[str, Any], version_id: str | None = None) -> Json:
        """What an agent would answer. Nothing stays behind.

        Raises:
            Refusal: 404; there is no such agent, or no such version of it.
        """
        agent = self._state.need("agents", agent_id)
        self._versions.chosen("agent_versions", agent, version_id)
        return {"content": self.answer(agent["name"], input), "type": "text"}

    def replay(self, execution_id: str) -> list[Event]:
        """What happened in an execution, as events.

        Raises:
            Refusal: 404; there is no such execution.
        """
        return list(events_of(self._state.need("executions", execution_id)))

    def _tool(self, execution: Json, content: str) -> Json | None:
        """The tool that an agent calls on its way, where the workspace has one that is switched on."""
        tool = next((each for each in self._state.all("mcp_tools") if each["is_active"]), None)
        if tool is None:
            return None
        return {"id": f"call_{execution['id']}", "name": tool["name"], "summary": f"{len(content)} characters"}

    def _span(self, execution: Json, name: str, kind: str, figures: Figures, **fields: Any) -> Json:
        began = read(execution["started_at"])
        return self._state.add(
            "traces",
            trace_id=execution["trace_id"],
            span_id=self._state.digits(16),
            name=name,
            kind=kind,
            status="error" if execution["error"] else "ok",
            error_message=execution["error"],
            tags=["agent", "execution"] if kind == "agent" else [],
            input=execution["input"],
            output=execution["output"],
            token_usage=figures.usage,
            cost=figures.cost,
            duration_ms=figures.milliseconds,
            agent_id=execution["agent_id"],
            user_id=execution["user_id"],
            session_id=execution["session_id"] or "",
            execution_id=execution["id"],
            started_at=execution["started_at"],
            ended_at=written(began + timedelta(milliseconds=figures.milliseconds)),
            **fields,
        )


def _checkpoint(config: Mapping[str, Any]) -> str:
    # The documents name the field in two ways.
    found = config.get("approval_checkpoint_name") or config.get("checkpoint_name")
    return found if isinstance(found, str) else "approval"
