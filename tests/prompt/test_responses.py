"""Proves that a conversation becomes the items that OpenAI's Responses API takes, or is told what it does not take."""

from __future__ import annotations

from typing import Any

import pytest

from promptport import ArgumentError
from promptport.platform import Fetched
from promptport.prompt import Prompt
from promptport.prompt.responses import to_responses

from .libraries import responses, seen

CALL = {"id": "1", "type": "function", "function": {"name": "f", "arguments": "{}"}}
CUSTOM = {"id": "2", "type": "custom", "custom": {"name": "c", "input": "i"}}


@pytest.mark.promise("C5")
def test_c5_a_conversation_with_everything_in_it() -> None:
    """C5: what comes out is of the library's own types."""
    history: list[dict[str, Any]] = [
        {"role": "user", "content": [
            {"type": "text", "text": "Look"},
            {"type": "image_url", "image_url": {"url": "https://example.com/a.png", "detail": "low"}},
            {"type": "file", "file": {"file_data": "data:application/pdf;base64,aGk=", "filename": "a.pdf"}},
        ]},
        {
            "role": "assistant",
            "content": [{"type": "text", "text": "I "}, {"type": "text", "text": "do"}],
            "tool_calls": [CALL, CUSTOM],
        },
        {"role": "tool", "tool_call_id": "1", "content": "r"},
        {"role": "tool", "tool_call_id": "1", "content": [{"type": "text", "text": "s"}]},
        {"role": "tool", "tool_call_id": "2", "content": [{"type": "input_text", "text": "t"}]},
        {"role": "assistant", "content": None, "refusal": "No."},
        {"role": "assistant", "content": [{"type": "refusal", "refusal": "No."}]},
    ]  # fmt: skip
    said = [{"role": "system", "content": "Be {{x}}"}, {"slot": "history"}, {"role": "user", "content": "Go"}]
    made = (
        Prompt.of(Fetched("p", said), "test", "network").options(history=history).render(x="kind").to_openai_responses()
    )

    assert made == [
        {"role": "system", "content": "Be kind"},
        {"role": "user", "content": [
            {"type": "input_text", "text": "Look"},
            {"type": "input_image", "image_url": "https://example.com/a.png", "detail": "low"},
            {"type": "input_file", "file_data": "data:application/pdf;base64,aGk=", "filename": "a.pdf"},
        ]},
        {"role": "assistant", "content": "I do"},
        {"type": "function_call", "call_id": "1", "name": "f", "arguments": "{}"},
        {"type": "custom_tool_call", "call_id": "2", "name": "c", "input": "i"},
        {"type": "function_call_output", "call_id": "1", "output": "r"},
        {"type": "function_call_output", "call_id": "1", "output": [{"type": "input_text", "text": "s"}]},
        {"type": "custom_tool_call_output", "call_id": "2", "output": [{"type": "input_text", "text": "t"}]},
        {"role": "assistant", "content": "No."},
        {"role": "assistant", "content": "No."},
        {"role": "user", "content": "Go"},
    ]  # fmt: skip
    assert seen(responses().validate_python(made)) == made


@pytest.mark.promise("C5")
@pytest.mark.parametrize(
    ("message", "words"),
    [
        (
            {"role": "user", "content": [{"type": "input_audio", "input_audio": {}}]},
            r"messages\[0\]\.content\[0\]: .* no sound",
        ),
        ({"role": "user", "content": [{"type": "odd"}]}, "takes no part of the type 'odd'"),
        (
            {"role": "assistant", "content": [{"type": "image_url", "image_url": {"url": "x"}}]},
            "what a model has said is text",
        ),
        ({"role": "assistant", "content": None, "function_call": {"name": "f"}}, r"function_call: it has no form"),
        ({"role": "assistant", "content": None, "audio": {"id": "a"}}, r"audio: it has no form"),
        ({"role": "assistant", "tool_calls": [{"type": "function", "function": {"name": "f"}}]}, "needs an `id`"),
        ({"role": "assistant", "tool_calls": [{"id": "1", "type": "odd"}]}, "a call of the type 'odd'"),
        ({"role": "assistant", "content": "a", "refusal": "No."}, r"refusal: it stands beside a content"),
        ({"role": "user", "content": [{"type": "text", "text": None}]}, r"content\[0\] has no `text`"),
        ({"role": "user", "content": [{"type": "image_url", "image_url": {}}]}, r"content\[0\] has no `url`"),
        ({"role": "user", "content": "a", "refusal": "No."}, r"messages\[0\]\.refusal: it has no form there"),
        ({"role": "user", "content": "a", "tool_calls": [CALL]}, r"messages\[0\]\.tool_calls: it has no form there"),
        ({"role": "assistant", "content": "a", "reasoning_content": "b"}, r"reasoning_content: it has no form there"),
        ({"role": "tool", "content": "a"}, "needs a `tool_call_id`"),
        ({"role": "function", "name": "f", "content": "a"}, "the role 'function' is none"),
    ],
)
def test_c5_what_the_api_does_not_take_is_told(message: dict[str, Any], words: str) -> None:
    """C5: nothing vanishes."""
    with pytest.raises(ArgumentError, match=words):
        to_responses([message])
