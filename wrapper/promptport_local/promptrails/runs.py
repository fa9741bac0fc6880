"""Runs of agents: where they begin, what they call, and where they wait for people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from promptport_local.clock import written
from promptport_local.promptrails.endings import Endings
from promptport_local.promptrails.events import Event, events_of
from promptport_local.promptrails.execution_tree import ENDED, ExecutionTree
from promptport_local.promptrails.figures import RUN, Figures
from promptport_local.promptrails.plans import Step, asks_for_approval, checkpoint, is_gated, steps
from promptport_local.promptrails.records import Records
from promptport_local.promptrails.resource import Json
from promptport_local.promptrails.sampling import Sampling
from promptport_local.promptrails.state import State
from promptport_local.promptrails.versions import Versions

_TIME_TO_DECIDE = timedelta(hours=24)


class Runs:
    """Runs agents, without any model.

    Args:
        state: What is held.
        records: The records as clients see them.
        versions: The versions of the agents.
        tree: Who is whose child.
        endings: How they end.
        sampling: Which model versions run on.
    """

    def __init__(
        self,
        state: State,
        records: Records,
        versions: Versions,
        tree: ExecutionTree,
        endings: Endings,
        sampling: Sampling,
    ) -> None:
        self._state = state
        self._records = records
        self._versions = versions
        self._tree = tree
        self._endings = endings
        self._sampling = sampling

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
        """Run an agent: an execution, a trace and costs stay behind, and an execution of every agent that it calls.

        Where the version's config asks for approval, the execution is `awaiting_approval`, and a request for approval
        stays behind (`Approvals.decide`). Where a tool or a sub-agent of the version asks for it, the execution is
        `waiting_approval` (`Decisions`).

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
        self._records.fields.check("executions", {"user_id": user_id})
        with self._state.environment.transaction():
            agent = self._state.need("agents", agent_id)
            version = self._versions.chosen("agent_versions", agent, version_id)
            about = {"user_id": user_id, "metadata": dict(metadata or {}), "_figures": list(figures)}
            execution = self._begin(agent_id, version, dict(input), session_id, **about)
            if sync or self._parks(execution, version or {}):
                self.go_on(execution)
            execution = self._state.need("executions", execution["id"])
            return {"execution_id": execution["id"], **self._records.view("executions", execution)}

    def start(self, agent_id: str, input: Json, session_id: str) -> Json:
        """A new execution that runs, of an agent that need not exist, for `finish` to end."""
        agent = self._state.find("agents", agent_id) or {}
        return self._begin(agent_id, self._state.find("agent_versions", agent.get("_current")), input, session_id)

    def finish(self, execution: Json, content: str, figures: Figures = RUN) -> None:
        """End an execution: it gets its output, its costs and its trace; or, where agents fail, its error."""
        self._endings.finish(execution, {"content": content, "type": "text"}, figures)

    def go_on(self, execution: Json) -> None:
        """Take an execution that runs as far as it comes: to its end, or to where people must decide."""
        version = self._state.find("agent_versions", execution["agent_version_id"]) or {}
        if self._parks(execution, version):
            return
        figures = self._sampling.figures(version, Figures(*execution.get("_figures", RUN)))
        for step in steps(version):
            child = self._tree.child(execution, step.key) or self._call(execution, step)
            if child is not None and child["status"] == "running":
                self.go_on(child)
                child = self._state.need("executions", child["id"])
            execution = self._state.need("executions", execution["id"])
            if execution["status"] in ENDED:
                return  # the budget was used up
            if child is not None and child["status"] not in ENDED:
                return
            if child is not None and step.handoff:
                self._endings.finish(execution, child["output"], figures, child["status"], child["error"] or "")
                return
        agent = self._state.find("agents", execution["agent_id"]) or {"name": execution["agent_id"]}
        self.finish(execution, self.answer(agent["name"], execution["input"] or {}), figures)

    def settle(self, executions: Sequence[Json]) -> None:
        """Go on with the executions that nobody waited for, or whose people have decided.

        Args:
            executions: Those that had not ended; what has become of them since is looked up.
        """
        for ident in (each["id"] for each in executions if each.get("_live")):
            each = self._state.need("executions", ident)
            caller = self._state.find("executions", each["parent_execution_id"]) or {}
            # A child goes on with its caller.
            if each["status"] == "running" and not (caller.get("status") == "running" and caller.get("_live")):
                self.go_on(each)

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

    def _begin(self, agent_id: str, version: Json | None, input: Json, session_id: str | None, **fields: Any) -> Json:
        usual = {"agent_version_id": version["id"] if version else None, "status": "running", "_live": True}
        about = {"session_id": session_id or self._state.mint(), **fields}
        about.setdefault("trace_id", self._state.mint())
        return self._state.add("executions", agent_id=agent_id, input=input, **usual, **about)

    def _call(self, caller: Json, step: Step) -> Json | None:
        """The execution of an agent that another calls; None where there is no such agent, or the budget is used up."""
        agent = self._state.find("agents", step.agent_id)
        if agent is None:
            return None
        root = self._tree.root(caller)
        limit = self._endings.over_budget(root, caller)
        if limit is not None:
            self._endings.stop(root, limit)
            return None
        same = {name: caller[name] for name in ("trace_id", "user_id")}
        about = {"parent_execution_id": caller["id"], "metadata": {"called_as": step.name}, "_step": step.key, **same}
        version = self._versions.chosen("agent_versions", agent)
        return self._begin(agent["id"], version, caller["input"] or {}, caller["session_id"], **about)

    def _parks(self, execution: Json, version: Json) -> bool:
        """Whether an execution waits for a decision, now or already."""
        if execution["status"] != "running":
            return True
        if asks_for_approval(version) and not execution.get("_checked"):
            about = {"execution_id": execution["id"], "agent_id": execution["agent_id"]}
            payload = {"input": execution["input"]}
            self._state.add("approvals", checkpoint_name=checkpoint(version), payload=payload, **about)
            execution["status"] = "awaiting_approval"
        elif is_gated(version) and not execution.get("_allowed"):
            expires = self._state.environment.now() + _TIME_TO_DECIDE
            execution.update(status="waiting_approval", approval_expires_at=written(expires))
        else:
            return False
        self._state.put("executions", execution)
        return True
