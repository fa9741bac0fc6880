"""Proves that the local PromptRails' tools are discovered, called and installed."""

from __future__ import annotations

from typing import Any

import pytest

from promptport_local.errors import Refusal
from promptport_local.promptrails.backend import Backend

from .rails import refused


def test_tools_are_discovered_and_called(rails: Backend) -> None:
    found = rails.tools.discover("tool-id")
    assert [each["name"] for each in found["tools"]] == ["search"]
    called = rails.tools.call("tool-id", "search", {"q": "ü"})
    assert (called["content"], called["is_error"]) == ([{"type": "text", "text": '{"q":"ü"}'}], False)
    failed = rails.tools.call("tool-id", "nonsense")
    assert (failed["is_error"], "nonsense" in failed["content"][0]["text"]) == (True, True)
    spans = [rails.records.all("traces", trace_id=each["trace_id"])[0] for each in (found, called, failed)]
    assert [(span["kind"], span["status"], span["level"]) for span in spans] == [
        ("mcp_call", "ok", "default"),
        ("mcp_call", "ok", "default"),
        ("mcp_call", "error", "error"),
    ]
    assert {(span["mcp_tool_name"], span["mcp_tool_type"]) for span in spans} == {("GitHub", "remote_mcp")}
    plain = rails.records.create("mcp_tools", {"name": "plain", "type": "api", "schema": {"type": "object", "x": 1}})
    assert rails.tools.discover(plain["id"])["tools"][0] == {
        "name": "echo",
        "description": "Answers what it is given.",
        "inputSchema": {"type": "object", "x": 1},
    }
    rails.records.change("mcp_tools", plain["id"], {"config": {"tools": [1, {"name": 2}, {"name": "two"}]}})
    assert rails.tools.discover(plain["id"])["tools"] == [{"name": "two"}]


def test_a_template_is_installed(rails: Backend) -> None:
    with pytest.raises(Refusal) as no:
        rails.tools.install("github", "Mine")
    assert (no.value.status, no.value.body["error"]["details"]) == (400, {"parameters.token": "is required"})
    tool = rails.tools.install("github", "Mine", {"token": "very-secret"})
    assert (tool["name"], tool["type"], tool["template_id"]) == ("Mine", "remote_mcp", "template-id")
    assert tool["config"] == {"parameters": {"host": "github.com"}}
    assert "very-secret" not in str(rails.records.all("mcp_tools"))
    assert rails.records.get("mcp_tools", tool["id"]) == tool
    with refused(404, "not_found"):
        rails.tools.install("nowhere", "x")


def failed(code: int) -> Any:
    return pytest.raises(Refusal, check=lambda refusal: (refusal.status, refusal.body["error"]["code"]) == (200, code))
