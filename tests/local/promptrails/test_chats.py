"""Proves that the local PromptRails' chats keep both messages of a turn."""

from __future__ import annotations

from promptport_local.promptrails.backend import Backend

from .rails import refused, with_version


def test_a_turn_keeps_both_messages(rails: Backend) -> None:
    answer = rails.chats.send("session-id", "x" * 200)
    assert (answer["role"], answer["model"], answer["cost"], answer["token_count"]) == (
        "assistant",
        "gpt-4o-mini",
        0.0016,
        160,
    )
    assert "x" * 120 in answer["content"]
    assert "x" * 121 not in answer["content"]
    assert [each["role"] for each in rails.records.listed("chat_messages", "session-id")] == ["user", "assistant"]
    run = rails.records.get("executions", answer["metadata"]["execution_id"])
    assert (run["session_id"], run["agent_id"], run["cost"]) == ("session-id", "agent-id", 0.0016)
    rails.records.delete("chat_sessions", "session-id")
    assert rails.records.all("chat_messages") == []
    with refused(404, "not_found"):
        rails.chats.send("session-id", "x")


def test_a_turn_runs_on_the_model_of_the_agent_s_version(rails: Backend) -> None:
    """Where it names one; what its prompt once named is not heard."""
    with_version(rails, model_config={"model_id": "claude-id", "max_tokens": 10})
    answer = rails.chats.send("session-id", "x")
    assert (answer["model"], answer["completion_tokens"], answer["token_count"]) == ("claude-sonnet-4-5", 10, 110)
    run = rails.records.get("executions", answer["metadata"]["execution_id"])
    (span,) = [each for each in rails.traces.spans(run["trace_id"]) if each["kind"] == "llm"]
    assert (span["model_name"], span["llm_model_id"]) == ("claude-sonnet-4-5", "claude-id")
