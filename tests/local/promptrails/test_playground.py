"""Proves that an agent of the local PromptRails is tried out with another prompt, and nothing but a trace stays behind."""

from __future__ import annotations

from promptport_local.promptrails.backend import Backend

from .rails import refused, with_version


def test_an_agent_is_tried_out(rails: Backend) -> None:
    tools = [{"mcp_tool_id": "tool-id", "requires_approval": True}]
    with_version(rails, tools=tools, model_config={"model_id": "claude-id", "max_tokens": 5})
    before = rails.state()
    override = {"system_prompt": "Be {{tone}}.", "user_prompt": "Greet {{name}}.", "input_schema": {}}
    answer = rails.playground.run("agent-id", {"tone": "kind", "name": "Ada"}, override)
    assert "Be kind.\nGreet Ada." in answer["output"]["content"]
    assert (answer["status"], answer["error"], answer["execution_id"]) == ("completed", "", None)
    assert answer["token_usage"] == {"prompt_tokens": 150, "completion_tokens": 5, "total_tokens": 155}
    root, model = rails.traces.spans(answer["trace_id"])
    assert (root["execution_id"], root["agent_id"], model["model_name"]) == (None, "agent-id", "claude-sonnet-4-5")
    assert {**rails.state(), "traces": []} == {**before, "traces": []}


def test_what_can_be_tried_out(rails: Backend) -> None:
    assert "message" in rails.playground.run("agent-id", {"message": 1}, {}, "agent-version-id")["output"]["content"]
    with refused(404, "not_found"):
        rails.playground.run("invalid-id", {}, {})
    with refused(404, "not_found"):
        rails.playground.run("agent-id", {}, {}, "invalid-id")
    rails.options.failure = "no"
    failed = rails.playground.run("agent-id", {}, {})
    assert (failed["status"], failed["output"], failed["error"]) == ("failed", None, "no")
