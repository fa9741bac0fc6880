"""Proves that the local PromptRails takes what people think of the answers in a chat."""

from __future__ import annotations

from typing import Any

from promptport_local.promptrails.backend import Backend

from .rails import refused


def test_feedback_is_a_score_and_the_last_one_counts(rails: Backend) -> None:
    for value in (1, -1, -1):
        assert rails.feedback.submit("session-id", "execution-id", value) == {"submitted": True}
    (score,) = rails.records.listed("scores", filters={"name": "feedback"})
    assert (score["value"], score["trace_id"], score["execution_id"], score["data_type"]) == (
        -1,
        "trace-id",
        "execution-id",
        "numeric",
    )


def test_what_is_no_feedback(rails: Backend) -> None:
    other = rails.records.create("chat_sessions", {"agent_id": "agent-id"})["id"]
    for session, execution in (("invalid-id", "execution-id"), ("session-id", "invalid-id"), (other, "execution-id")):
        with refused(404, "not_found"):
            rails.feedback.submit(session, execution, 1)
    wrong: Any
    for wrong in (0, 7, True, 0.5):
        with refused(400, "bad_request"):
            rails.feedback.submit("session-id", "execution-id", wrong)
    assert rails.records.all("scores", name="feedback") == []
