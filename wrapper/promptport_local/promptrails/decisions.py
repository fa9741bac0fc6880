"""People's decisions on executions themselves: those that a tool or a sub-agent waits for, and to end one before its time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from promptport_local.clock import read
from promptport_local.promptrails.errors import bad_request
from promptport_local.promptrails.execution_tree import ENDED, ExecutionTree
from promptport_local.promptrails.lists import USUAL_LIMIT
from promptport_local.promptrails.records import Records
from promptport_local.promptrails.resource import Json
from promptport_local.promptrails.state import State

DECIDER = "user-id"
"""Who decides: the API key's owner, who may decide everything."""


class Decisions:
    """Approves, denies and cancels.

    A decision is what the execution is told; what comes of it is there when what runs leave behind is next read
    (`settle`). The reason stands in the execution's `metadata` under `approval`.

    Args:
        state: What is held.
        records: The records as clients see them.
        tree: Who is whose child.
    """

    def __init__(self, state: State, records: Records, tree: ExecutionTree) -> None:
        self._state = state
        self._records = records
        self._tree = tree

    def inbox(self, page: int = 1, limit: int = USUAL_LIMIT) -> Json:
        """A page of the executions that wait at a tool or a sub-agent, newest first."""
        return self._records.page("executions", page, limit, filters={"status": "waiting_approval"})

    def approve(self, execution_id: str, reason: str = "") -> Json:
        """Let an execution go on.

        Args:
            execution_id: The execution: `waiting_approval`, or `awaiting_approval`, whose pending request is decided.
            reason: Why.

        Returns:
            The execution as it is shown, `running`.

        Raises:
            Refusal: 404; there is no such execution. 400; it waits for no decision.
        """
        return self._decide(execution_id, "approved", reason)

    def deny(self, execution_id: str, reason: str = "") -> Json:
        """Refuse what an execution waits for: it ends `rejected`, or goes on without (`Options.denied_runs_go_on`).

        Args:
            execution_id: The execution, as for `approve`.
            reason: Why.

        Returns:
            The execution as it is shown.

        Raises:
            Refusal: 404; there is no such execution. 400; it waits for no decision.
        """
        return self._decide(execution_id, "rejected", reason)

    def cancel(self, execution_id: str) -> Json:
        """Ask an execution to end, and those that it started.

        Returns:
            The execution as it is shown: `cancel_requested`, and `cancelled` when it is next read.

        Raises:
            Refusal: 404; there is no such execution. 400; it has ended.
        """
        state = self._state
        with state.environment.transaction():
            self._lapse(self._tree.unended())
            execution = state.need("executions", execution_id)
            if execution["status"] in ENDED:
                raise bad_request(f"execution is already {execution['status']}")
            for _, each in self._tree.nodes(execution):
                if each["status"] not in ENDED:
                    state.put("executions", {**each, "status": "cancel_requested", "approval_expires_at": None})
            return self._records.get("executions", execution_id)

    def settle(self, executions: Sequence[Json]) -> None:
        """Reject what nobody has decided on in time, and end what was asked to end.

        Args:
            executions: Those that have not ended.
        """
        for each in executions:
            if each["status"] == "cancel_requested":
                self._end(each, "cancelled")
        self._lapse(executions)

    def _lapse(self, executions: Sequence[Json]) -> None:
        now = self._state.environment.now()
        for each in executions:
            expires = each["approval_expires_at"]
            if each["status"] == "waiting_approval" and expires is not None and read(expires) <= now:
                self._end(each, "rejected", f"Nobody decided before {expires}.")

    def _end(self, execution: Json, status: str, error: str = "") -> Json:
        ended = {"status": status, "error": error, "completed_at": self._state.moment()}
        return self._state.put("executions", {**execution, **ended})

    def _decide(self, execution_id: str, decision: Literal["approved", "rejected"], reason: str) -> Json:
        state = self._state
        with state.environment.transaction():
            self._lapse(self._tree.unended())
            execution = state.need("executions", execution_id)
            status = execution["status"]
            if status not in ("waiting_approval", "awaiting_approval"):
                raise bad_request(f"execution waits for no decision: it is {status}")
            made = {"decision": decision, "reason": reason or None, "decided_by": DECIDER, "decided_at": state.moment()}
            if status == "awaiting_approval":
                for each in state.all("approvals", execution_id=execution_id, status="pending"):
                    decided = {name: made[name] for name in ("reason", "decided_by", "decided_at")}
                    state.put("approvals", {**each, "status": decision, **decided})
            execution["metadata"] = {**(execution["metadata"] or {}), "approval": made}
            gate = "_allowed" if status == "waiting_approval" else "_checked"
            execution.update({"approval_expires_at": None, "_live": True, gate: True})
            if decision == "approved" or (status == "waiting_approval" and state.options.denied_runs_go_on):
                return self._records.view("executions", state.put("executions", {**execution, "status": "running"}))
            return self._records.view("executions", self._end(execution, "rejected"))
