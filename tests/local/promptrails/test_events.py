"""Proves that the local PromptRails' streams tell what happened, in frames that every parser reads."""

from __future__ import annotations

from promptport_local.promptrails.backend import Backend
from promptport_local.promptrails.events import events_of, frames


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
