"""Proves what the spans of a run on the local PromptRails tell of its tools."""

from __future__ import annotations

from promptport_local.promptrails.backend import Backend

from .rails import with_version


def test_every_attached_tool_has_a_span(rails: Backend) -> None:
    """One that is gone or switched off is not called; the stream shows the first that is."""
    off = {"id": "off", "name": "Off", "type": "api", "is_active": False}
    rails.seed({"mcp_tools": [off, {"id": "two", "name": "Two", "type": "api"}]})
    attached = [
        {"mcp_tool_id": "tool-id", "sort_order": 2},
        {"mcp_tool_id": "gone"},
        {"mcp_tool_id": "off", "sort_order": 0},
        {"mcp_tool_id": "two", "sort_order": 1},
    ]
    with_version(rails, tools=attached)
    run = rails.runs.execute("agent-id", {})
    root, *rest = rails.traces.spans(run["trace_id"])
    tools = [each for each in rest if each["kind"] == "tool"]
    assert [(each["mcp_tool_name"], each["mcp_tool_type"]) for each in tools] == [
        ("Two", "api"),
        ("GitHub", "remote_mcp"),
    ]
    assert {each["parent_span_id"] for each in rest} == {root["span_id"]}
    assert {(each["level"], each["status"]) for each in (root, *rest)} == {("default", "ok")}
    assert sum(each["token_usage"]["total_tokens"] for each in tools) == 0
    assert dict(rails.runs.replay(run["id"]))["tool_start"]["name"] == "Two"
