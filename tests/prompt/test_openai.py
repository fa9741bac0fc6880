"""Proves that Anthropic's blocks become what OpenAI has for them, or are told, and that OpenAI's own stay as they are."""

from __future__ import annotations

from typing import Any

import pytest

from promptport import ArgumentError
from promptport.prompt.openai import to_openai

from .libraries import openai, seen

URL = "https://example.com/a.png"
IMAGE = {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": "aGk="}}
GOOD: dict[str, tuple[dict[str, Any], list[dict[str, Any]]]] = {
    "pictures": (
        {"role": "user", "content": [
            "a", IMAGE, {"type": "image", "source": {"type": "url", "url": URL}},
        ]},
        [{"role": "user", "content": [
            {"type": "text", "text": "a"},
            {"type": "image_url", "image_url": {"url": "data:image/png;base64,aGk="}},
            {"type": "image_url", "image_url": {"url": URL}},
        ]}],
    ),
    "documents": (
        {"role": "user", "content": [
            {"type": "document", "source": {"type": "base64", "media_type": "application/pdf", "data": "aGk="}, "title": "a.pdf"},
            {"type": "document", "source": {"type": "text", "media_type": "text/plain", "data": "b"}},
        ]},
        [{"role": "user", "content": [
            {"type": "file", "file": {"filename": "a.pdf", "file_data": "data:application/pdf;base64,aGk="}},
            {"type": "text", "text": "b"},
        ]}],
    ),
    "calls": (
        {"role": "assistant", "content": [{"type": "tool_use", "id": "1", "name": "f", "input": {"a": "\u00e9"}}]},
        [{"role": "assistant", "content": None, "tool_calls": [
            {"type": "function", "id": "1", "function": {"name": "f", "arguments": '{"a": "\u00e9"}'}}
        ]}],
    ),
    "results": (
        {"role": "user", "content": [
            {"type": "tool_result", "tool_use_id": "1", "content": [{"type": "text", "text": "r"}]},
            {"type": "tool_result", "tool_use_id": "2", "content": "s"},
            {"type": "tool_result", "tool_use_id": "3"},
            {"type": "text", "text": "go on"},
        ]},
        [
            {"role": "tool", "tool_call_id": "1", "content": [{"type": "text", "text": "r"}]},
            {"role": "tool", "tool_call_id": "2", "content": "s"},
            {"role": "tool", "tool_call_id": "3", "content": ""},
            {"role": "user", "content": [{"type": "text", "text": "go on"}]},
        ],
    ),
}  # fmt: skip


@pytest.mark.promise("C5")
@pytest.mark.parametrize("name", GOOD)
def test_c5_anthropic_s_blocks(name: str) -> None:
    """C5: each is of OpenAI's own types."""
    message, expected = GOOD[name]
    assert to_openai([message]) == expected
    assert seen(openai().validate_python(expected)) == expected


@pytest.mark.promise("C5")
@pytest.mark.parametrize(
    ("part", "words"),
    [
        (
            {"type": "thinking", "thinking": "hm", "signature": "s"},
            r"messages\[0\]\.content\[0\]: OpenAI's .* no 'thinking'",
        ),
        ({"type": "server_tool_use", "id": "1", "name": "f", "input": {}}, "no 'server_tool_use'"),
        ({"type": "image", "source": {"type": "file", "file_id": "f"}}, "a file that Anthropic keeps"),
        ({"type": "document", "source": {"type": "url", "url": URL}}, "no file by its address"),
        ({"type": "tool_result", "tool_use_id": "1", "content": [IMAGE]}, "the result of a tool is a text"),
        (
            {"type": "tool_result", "tool_use_id": "1", "content": "r", "is_error": True},
            r"is_error: OpenAI has no mark",
        ),
        (
            {"type": "text", "text": "a", "citations": [{"cited_text": "b"}]},
            r"content\[0\]\.citations: .* no citations",
        ),
        ({"type": "document", "source": {"type": "text", "data": "a"}, "title": "t"}, r"title: it has no form there"),
        (
            {"type": "document", "source": {"type": "text", "data": "a"}, "context": "c"},
            r"context: it has no form there",
        ),
        ({"type": "output_text", "text": "a", "annotations": [{"url": "u"}]}, r"annotations: it has no form there"),
        ({"type": "input_image", "file_id": "f"}, "take no 'input_image'"),
        ({"type": "tool_use", "id": "1", "name": "f", "input": {}}, "a message of the role 'user'"),
    ],
)
def test_c5_what_openai_does_not_take_is_told(part: dict[str, Any], words: str) -> None:
    """C5: nothing vanishes."""
    with pytest.raises(ArgumentError, match=words):
        to_openai([{"role": "user", "content": [part]}])


def test_what_only_bears_a_name_of_anthropic_s_is_left_alone() -> None:
    """Messages in OpenAI's form, and parts that nobody knows, are the objects that they were."""
    given: list[dict[str, Any]] = [
        {"role": "user", "content": [{"type": "tool_result", "content": "x"}, {"type": "image", "image": "x"}]},
        {"role": "odd", "content": 3},
        {"role": "user", "content": "x"},
    ]
    assert [each is old for each, old in zip(to_openai(given), given, strict=True)] == [True] * 3


def test_what_stands_in_a_wrong_role_is_told() -> None:
    """What is converted is valid; calls that are there already stay."""
    with pytest.raises(ArgumentError, match="what a model has said is text for OpenAI"):
        to_openai([{"role": "assistant", "content": [IMAGE]}])
    with pytest.raises(ArgumentError, match="the result of a tool is a text for OpenAI"):
        to_openai([{"role": "tool", "tool_call_id": "1", "content": [{"type": "input_image", "image_url": URL}]}])
    result = {"type": "tool_result", "tool_use_id": "1", "content": "r"}
    with pytest.raises(ArgumentError, match="the result of a tool stands in a message of the role 'tool'"):
        to_openai([{"role": "tool", "tool_call_id": "2", "content": [result]}])
    with pytest.raises(ArgumentError, match=r"messages\[0\]\.note: it has no form there"):
        to_openai([{"role": "user", "note": "n", "content": [result]}])
    first = {"type": "function", "id": "0", "function": {"name": "f", "arguments": "{}"}}
    use = {"type": "tool_use", "id": "1", "name": "f", "input": {}}
    (made,) = to_openai([{"role": "assistant", "content": [use], "tool_calls": [first]}])
    assert made["tool_calls"] == [first, {**first, "id": "1"}]
