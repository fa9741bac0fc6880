"""Proves what a run leaves behind on the local PromptRails: executions, traces, costs, approvals, events, messages."""

from __future__ import annotations

from typing import Any

import pytest

from promptport_local.promptrails.backend import Backend
from promptport_local.promptrails.events import events_of, frames

from .rails import refused, with_approval

USAGE = {"prompt_tokens": 150, "completion_tokens": 80, "total_tokens": 230}


# Runs


def test_a_run_leaves_an_execution_a_trace_and_costs(rails: Backend) -> None:
    before = rails.aggregates.costs("agent-id")
    run = rails.runs.execute(
        "agent-id", {"message": "Hello", "user": 1}, session_id="s1", metadata={"source": "api"}, user_id="u1"
    )
    kept = rails.records.get("executions", run["execution_id"])
    assert {"execution_id": kept["id"], **kept} == run
    assert (kept["status"], kept["cost"], kept["duration_ms"], kept["error"]) == ("completed", 0.0023, 250, "")
    assert (kept["token_usage"], kept["metadata"], kept["user_id"], kept["session_id"]) == (
        USAGE,
        {"source": "api"},
        "u1",
        "s1",
    )
    assert (kept["agent_version_id"], kept["agent"]["name"]) == ("agent-version-id", "Support")
    assert all(word in kept["output"]["content"] for word in ("Support", "message", "user"))
    assert (kept["started_at"], kept["completed_at"]) == ("2026-01-15T09:30:00.123456Z", "2026-01-15T09:30:00.373456Z")
    root, child = rails.records.all("traces", trace_id=kept["trace_id"])
    assert (root["name"], root["kind"], root["parent_span_id"]) == ("agent.execute(Support)", "agent", "")
    assert (child["name"], child["kind"], child["parent_span_id"]) == ("llm.generate", "llm", root["span_id"])
    assert (root["duration_ms"], child["duration_ms"], child["model_name"]) == (250, 200, "gpt-4o")
    same = ("input", "output", "token_usage", "cost", "execution_id", "agent_id", "session_id")
    assert {name: root[name] for name in same} == {name: child[name] for name in same}
    after = rails.aggregates.costs("agent-id")
    assert after["total_executions"] - before["total_executions"] == 1
    assert round(after["total_cost"] - before["total_cost"], 6) == 0.0023


def test_what_can_be_run(rails: Backend) -> None:
    with refused(404, "not_found"):
        rails.runs.execute("invalid-id", {})
    other = rails.records.create("agents", {"name": "Other", "type": "simple"})
    assert rails.runs.execute(other["id"], {})["agent_version_id"] is None
    with refused(404, "not_found"):
        rails.runs.execute(other["id"], {}, version_id="agent-version-id")
    with refused(400, "bad_request"):
        rails.runs.execute("agent-id", {}, user_id=5)  # type: ignore[arg-type] # what a caller over HTTP may send
    assert rails.records.all("executions", agent_id="invalid-id") == []


def test_agents_can_be_made_to_fail(rails: Backend) -> None:
    rails.seed({"options": {"failure": "The model is overloaded."}})
    run = rails.runs.execute("agent-id", {})
    assert (run["status"], run["error"], run["output"], run["cost"]) == (
        "failed",
        "The model is overloaded.",
        None,
        0.0,
    )
    assert {span["status"] for span in rails.records.all("traces", trace_id=run["trace_id"])} == {"error"}
    with refused(500, "execution_failed"):
        rails.chats.send("session-id", "Hello")
    assert [each["role"] for each in rails.records.all("chat_messages")] == ["user"]
    with refused(500, "execution_failed"):
        rails.prompt_runs.run("prompt-id")


def test_a_preview_leaves_nothing(rails: Backend) -> None:
    before = rails.state()
    shown = rails.runs.preview("agent-id", {"message": 1})
    assert (shown["type"], "Support" in shown["content"]) == ("text", True)
    assert set(rails.prompt_runs.preview("prompt-id", {"text": "T"})) == set(rails.prompt_runs.run("prompt-id"))
    assert rails.state() == before
    for act in (rails.runs.preview, rails.prompt_runs.preview):
        with refused(404, "not_found"):
            act("invalid-id", {})
    with refused(404, "not_found"):
        rails.prompt_runs.preview("prompt-id", {}, "p1-version-id")


def test_a_prompt_is_rendered_with_what_is_given(rails: Backend) -> None:
    def asked(*arguments: Any, **settings: Any) -> str:
        return str(rails.prompt_runs.run(*arguments, **settings)["content"]).partition(": ")[2]

    assert asked("prompt-id", {"text": "{{other}} and 5"}) == "Summarize: {{other}} and 5"
    assert asked("welcome-id", {"customer_name": "Ann"}, user_prompt="{{customer_name}}, {{language}}") == "Ann, en"
    assert asked("prompt-id") == "Summarize: {{ text }}"
    run = rails.prompt_runs.run("prompt-id", max_tokens=5, llm_model_id="unknown", fallback_llm_model_id="claude-id")
    usage = run["token_usage"]
    assert (run["model"], usage["completion_tokens"]) == ("claude-sonnet-4-5", 5)
    assert run["cost"] == round(usage["prompt_tokens"] * 0.000003 + 5 * 0.000015, 6)
    assert len(run["trace_id"]) == 32


# Approvals


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


# Streams


def test_a_stream_tells_what_happened(rails: Backend) -> None:
    events = rails.chats.stream("session-id", "What is PromptRails?")
    names = [name for name, _ in events]
    assert names[:4] == ["execution", "thinking", "tool_start", "tool_end"]
    assert names[-1] == "done"
    assert set(names[4:-1]) == {"content"}
    assert len(names) > 6
    told = dict(events)
    question, answer = rails.records.listed("chat_messages", "session-id")
    assert told["execution"]["user_message_id"] == question["id"]
    assert "".join(data["content"] for name, data in events if name == "content") == answer["content"]
    assert told["tool_start"]["id"] == told["tool_end"]["id"]
    assert told["done"]["output"]["content"] == answer["content"]
    execution = rails.records.state.need("executions", told["execution"]["execution_id"])
    assert told["done"]["token_usage"] == execution["token_usage"]
    assert list(events_of(execution)) == [("execution", {"execution_id": execution["id"]}), *events[1:]]


def test_a_stream_of_what_has_no_output(rails: Backend) -> None:
    def names(ident: str) -> list[str]:
        return [name for name, _ in events_of(rails.records.state.need("executions", ident))]

    assert names("waiting-execution-id") == ["execution", "thinking", "done"]
    rails.approvals.decide("approval-id", "rejected")
    assert names("waiting-execution-id") == ["execution", "error"]
    rails.options.failure = "no"
    assert names(rails.runs.execute("agent-id", {})["id"]) == [
        "execution",
        "thinking",
        "tool_start",
        "tool_end",
        "error",
    ]
    rails.records.change("mcp_tools", "tool-id", {"is_active": False})
    assert names(rails.runs.execute("agent-id", {})["id"]) == ["execution", "thinking", "error"]


def test_frames_are_what_every_parser_reads(rails: Backend) -> None:
    text = "a\nb\r\n\u2028data: x"
    sent = list(frames([("content", {"content": text}), ("done", {})]))
    assert sent == ['event: content\ndata: {"content":"a\\nb\\r\\n\u2028data: x"}\n\n', "event: done\ndata: {}\n\n"]
    content = rails.chats.stream("session-id", "  x  " * 100)
    said = "".join(data["content"] for name, data in content if name == "content")
    assert said == rails.records.all("chat_messages")[-1]["content"]


# Chats


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
