"""Proves that messages in OpenAI's form become those of Anthropic."""

from __future__ import annotations

from typing import Any

from promptport.platform import Fetched
from promptport.prompt import Prompt

PICTURE = "data:image/png;base64,iVBORw0KGgo="


def prompt_of(said: list[dict[str, Any]], **more: Any) -> Prompt:
    """A prompt with these messages."""
    return Prompt.of(Fetched("p", said, **more), "test", "network")


def test_to_anthropic() -> None:
    """A conversation with everything in it, as Anthropic has it."""
    history: list[dict[str, Any]] = [
        {"role": "user", "content": [{"type": "text", "text": "Look"}, {"type": "image_url", "image_url": {"url": PICTURE}}]},
        {"role": "assistant", "content": None, "tool_calls": [
            {"id": "1", "type": "function", "function": {"name": "a", "arguments": '{"x": 1}'}},
            {"id": "2", "type": "function", "function": {"name": "b", "arguments": "oops"}},
        ]},
        {"role": "tool", "tool_call_id": "1", "content": "one"},
        {"role": "tool", "tool_call_id": "2", "content": ""},
        {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "3", "content": "theirs"}]},
    ]  # fmt: skip
    prompt = prompt_of([
        {"role": "system", "content": "One"}, {"role": "developer", "content": "Two"},
        {"slot": "history"}, {"role": "user", "content": "{{x}}"},
    ])  # fmt: skip

    assert prompt.options(history=history).render(x="Go").to_anthropic() == {
        "system": "One\n\nTwo",
        "messages": [
            {"role": "user", "content": [
                {"type": "text", "text": "Look"},
                {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": "iVBORw0KGgo="}},
            ]},
            {"role": "assistant", "content": [
                {"type": "tool_use", "id": "1", "name": "a", "input": {"x": 1}},
                {"type": "tool_use", "id": "2", "name": "b", "input": {"arguments": "oops"}},
            ]},
            {"role": "user", "content": [
                {"type": "tool_result", "tool_use_id": "1", "content": [{"type": "text", "text": "one"}]},
                {"type": "tool_result", "tool_use_id": "2", "content": []},
            ]},
            {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "3", "content": "theirs"}]},
            {"role": "user", "content": "Go"},
        ],
    }  # fmt: skip
    cached = [{"type": "text", "text": "Long", "cache_control": {"type": "ephemeral"}}]
    assert prompt_of([{"role": "system", "content": cached}]).render().to_anthropic() == {
        "system": cached,
        "messages": [],
    }
