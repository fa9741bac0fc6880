"""Proves that executions on the local PromptRails wait at gates, are approved, denied, cancelled, and expire."""

from __future__ import annotations

from typing import Any

import pytest

from promptport_local.promptrails.backend import Backend

from ..conftest import Clock
from .rails import refused, with_approval, with_version

GATES: list[dict[str, Any]] = [
    {"tools": [{"mcp_tool_id": "tool-id", "requires_approval": True}]},
    {"tools": [{"mcp_tool_id": "tool-id"}], "sub_agents": [{"agent_id": "x", "alias": "x", "requires_approval": True}]},
]


def status(rails: Backend, ident: str) -> str:
    """The status of an execution when it is read."""
    rails.settle()
    return str(rails.records.get("executions", ident)["status"])


@pytest.mark.parametrize("given", GATES)
@pytest.mark.parametrize("sync", [True, False])
def test_a_run_parks_at_a_gate_and_is_approved(rails: Backend, given: dict[str, Any], sync: bool) -> None:
    with_version(rails, **given)
    run = rails.runs.execute("agent-id", {"message": "Hello"}, metadata={"source": "me"}, sync=sync)
    ident = run["execution_id"]
    assert (run["status"], run["output"], run["completed_at"]) == ("waiting_approval", None, None)
    assert run["approval_expires_at"] == "2026-01-16T09:30:00.123456Z"
    assert status(rails, ident) == "waiting_approval"
    assert [each["id"] for each in rails.decisions.inbox()["data"]] == [ident, "parked-execution-id"]
    assert rails.records.all("approvals", execution_id=ident) == []
    approved = rails.decisions.approve(ident, "Looks good")
    assert (approved["status"], approved["approval_expires_at"], approved["output"]) == ("running", None, None)
    assert status(rails, ident) == "completed"
    done = rails.records.get("executions", ident)
    assert done["output"]["type"] == "text"
    assert done["metadata"]["source"] == "me"
    assert done["metadata"]["approval"] == {
        "decision": "approved",
        "reason": "Looks good",
        "decided_by": "user-id",
        "decided_at": "2026-01-15T09:30:00.123456Z",
    }
    assert [each["id"] for each in rails.decisions.inbox()["data"]] == ["parked-execution-id"]
    for act in (rails.decisions.approve, rails.decisions.deny, rails.decisions.cancel):
        with refused(400, "bad_request"):
            act(ident)


def test_a_run_is_denied(rails: Backend) -> None:
    denied = rails.decisions.deny("parked-execution-id")
    assert (denied["status"], denied["output"], denied["metadata"]["approval"]["reason"]) == ("rejected", None, None)
    assert status(rails, "parked-execution-id") == "rejected"
    assert rails.records.all("traces", trace_id="parked-trace-id") == []
    with refused(404, "not_found"):
        rails.decisions.deny("invalid-id")
    with refused(400, "bad_request"):
        rails.decisions.deny("execution-id")


def test_a_run_that_is_denied_may_go_on(rails: Backend) -> None:
    rails.options.denied_runs_go_on = True
    denied = rails.decisions.deny("parked-execution-id", "no")
    assert (denied["status"], denied["metadata"]["approval"]["decision"]) == ("running", "rejected")
    assert status(rails, "parked-execution-id") == "completed"


def test_a_run_at_a_checkpoint_is_decided_in_either_way(rails: Backend) -> None:
    """A checkpoint and a gate are two words; `approve` decides the request of the first."""
    for act, ended, decision in (
        (rails.decisions.approve, "completed", "approved"),
        (rails.decisions.deny, "rejected", "rejected"),
    ):
        run = with_approval(rails)
        assert run["id"] not in [each["id"] for each in rails.decisions.inbox()["data"]]
        act(run["id"], "why")
        (approval,) = rails.records.all("approvals", execution_id=run["id"])
        assert (approval["status"], approval["reason"], approval["decided_by"]) == (decision, "why", "user-id")
        assert status(rails, run["id"]) == ended
        with refused(400, "bad_request"):
            rails.approvals.decide(approval["id"], "approved")


def test_a_checkpoint_comes_before_a_gate(rails: Backend) -> None:
    with_version(rails, {"approval_required": True}, **GATES[0])
    run = rails.runs.execute("agent-id", {})
    assert run["status"] == "awaiting_approval"
    (approval,) = rails.records.all("approvals", execution_id=run["id"])
    rails.approvals.decide(approval["id"], "approved")
    assert status(rails, run["id"]) == "waiting_approval"
    rails.decisions.approve(run["id"])
    assert status(rails, run["id"]) == "completed"


def test_a_run_is_cancelled(rails: Backend) -> None:
    running = rails.runs.execute("agent-id", {}, sync=False)["id"]
    for ident in (running, "parked-execution-id", "waiting-execution-id"):
        for _ in range(2):
            asked = rails.decisions.cancel(ident)
            assert (asked["status"], asked["approval_expires_at"]) == ("cancel_requested", None)
        assert status(rails, ident) == "cancelled"
        assert rails.records.get("executions", ident)["completed_at"] is not None
        with refused(400, "bad_request"):
            rails.decisions.cancel(ident)
    with refused(400, "bad_request"):
        rails.decisions.cancel("execution-id")
    with refused(404, "not_found"):
        rails.decisions.cancel("invalid-id")


def test_nobody_decides_in_time(rails: Backend, clock: Clock) -> None:
    with_version(rails, **GATES[0])
    idents = [rails.runs.execute("agent-id", {})["id"] for _ in range(2)]
    clock.forward(hours=23, minutes=59)
    assert [status(rails, each) for each in idents] == ["waiting_approval"] * 2
    clock.forward(minutes=1)
    with refused(400, "bad_request"):
        rails.decisions.approve(idents[0])
    assert [status(rails, each) for each in idents] == ["rejected"] * 2
    assert "2026-01-16T09:30:00.123456Z" in rails.records.get("executions", idents[0])["error"]
    assert rails.runs.replay(idents[0])[-1][0] == "error"


def test_the_stream_of_a_run_that_waits_ends(rails: Backend) -> None:
    for ident in ("parked-execution-id", "waiting-execution-id"):
        assert rails.runs.replay(ident)[-1] == ("done", {"output": None})
    rails.decisions.cancel("parked-execution-id")
    rails.settle()
    assert rails.runs.replay("parked-execution-id")[-1] == ("error", {"message": "The execution was cancelled."})
