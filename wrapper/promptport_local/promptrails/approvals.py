"""People's decisions on executions that wait for them."""

from __future__ import annotations

from typing import Literal

from promptport_local.promptrails.decisions import DECIDER
from promptport_local.promptrails.errors import bad_request
from promptport_local.promptrails.records import Records
from promptport_local.promptrails.resource import Json
from promptport_local.promptrails.runs import Runs
from promptport_local.promptrails.state import State


class Approvals:
    """Decides requests for approval.

    Args:
        state: What is held.
        records: The records as clients see them.
        runs: Where the executions go on.
    """

    def __init__(self, state: State, records: Records, runs: Runs) -> None:
        self._state = state
        self._records = records
        self._runs = runs

    def decide(self, approval_id: str, decision: Literal["approved", "rejected"], reason: str | None = None) -> Json:
        """Decide a request: the execution that waits for it goes on, to its end or to where it waits next, or is `rejected`.

        Returns:
            The request as it is shown.

        Raises:
            Refusal: 404; there is no such request. 400; it was decided before.
        """
        state = self._state
        with state.environment.transaction():
            approval = state.need("approvals", approval_id)
            if approval["status"] != "pending":
                raise bad_request(f"approval request is already {approval['status']}")
            approval.update(status=decision, decided_by=DECIDER, decided_at=state.moment(), reason=reason or None)
            state.put("approvals", approval)
            execution = state.find("executions", approval["execution_id"])
            if execution is not None and execution["status"] == "awaiting_approval":
                if decision == "approved":
                    execution.update(status="running", _checked=True, _live=True)
                    self._runs.go_on(state.put("executions", execution))
                else:
                    execution.update(status="rejected", completed_at=state.moment())
                    state.put("executions", execution)
            return self._records.view("approvals", approval)
