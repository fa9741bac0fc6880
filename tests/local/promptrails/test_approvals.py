"""Proves that the local PromptRails' runs wait for people's decisions."""

from __future__ import annotations

from typing import Any

import pytest

from promptport_local.promptrails.backend import Backend

from .rails import refused, with_approval

USAGE = {"prompt_tokens": 150, "completion_tokens": 80, "total_tokens": 230}


def test_a_run_waits_for_approval_and_goes_on(rails: Backend) -> None:
    run = with_approval(rails, approval_checkpoint_name="review")
    assert (run["status"], run["output"], run["completed_at"]) == ("awaiting_approval", None, None)
    (approval,) = rails.records.all("approvals", execution_id=run["execution_id"])
    assert (approval["status"], approval["checkpoint_name"]) == ("pending", "review")
    assert approval["payload"] == {"input": {"message": "Hello"}}
    assert rails.records.all("traces", trace_id=run["trace_id"]) == []
    decided = rails.approvals.decide(approval["id"], "approved", "Looks good")
    assert (decided["status"], decided["reason"], decided["decided_by"]) == ("approved", "Looks good", "user-id")
    done = rails.records.get("executions", run["execution_id"])
    assert (done["status"], done["token_usage"], done["trace_id"]) == ("completed", USAGE, run["trace_id"])
    assert len(rails.records.all("traces", trace_id=run["trace_id"])) == 2
    with refused(400, "bad_request"):
        rails.approvals.decide(approval["id"], "rejected")


def test_a_run_is_rejected(rails: Backend) -> None:
    decided = rails.approvals.decide("approval-id", "rejected", "")
    assert (decided["status"], decided["reason"], decided["decided_at"]) == (
        "rejected",
        None,
        "2026-01-15T09:30:00.123456Z",
    )
    run = rails.records.get("executions", "waiting-execution-id")
    assert (run["status"], run["output"], run["cost"]) == ("rejected", None, 0.0)
    with refused(404, "not_found"):
        rails.approvals.decide("invalid-id", "approved")


@pytest.mark.parametrize(
    ("config", "name"), [({}, "approval"), ({"checkpoint_name": "c"}, "c"), ({"checkpoint_name": 5}, "approval")]
)
def test_a_checkpoint_has_a_name(rails: Backend, config: Any, name: str) -> None:
    run = with_approval(rails, **config)
    assert rails.records.all("approvals", execution_id=run["execution_id"])[0]["checkpoint_name"] == name
