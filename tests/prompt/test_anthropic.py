"""Proves that messages in OpenAI's form become those of Anthropic."""

from __future__ import annotations

from typing import Any

import pytest

from promptport import ArgumentError
from promptport.platform import Fetched
from promptport.prompt import Prompt
from promptport.prompt.anthropic import to_anthropic

from .libraries import anthropic, seen

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


PDF = "data:application/pdf;base64,JVBERi0="
GOOD: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "text": ({"type": "text", "text": "a"}, {"type": "text", "text": "a"}),
    "address": (
        {"type": "image_url", "image_url": {"url": "https://example.com/a.png", "detail": "low"}},
        {"type": "image", "source": {"type": "url", "url": "https://example.com/a.png"}},
    ),
    "data_with_parameters": (
        {
            "type": "image_url",
            "image_url": {"url": "data:image/PNG;charset=utf-8;base64,aGk="},
            "cache_control": {"type": "ephemeral"},
        },
        {
            "type": "image",
            "source": {"type": "base64", "media_type": "image/png", "data": "aGk="},
            "cache_control": {"type": "ephemeral"},
        },
    ),
    "data_in_percents": (
        {"type": "image_url", "image_url": {"url": "data:image/gif,h%69"}},
        {"type": "image", "source": {"type": "base64", "media_type": "image/gif", "data": "aGk="}},
    ),
    "pdf": (
        {"type": "file", "file": {"file_data": PDF, "filename": "a.pdf"}},
        {"type": "document", "source": {"type": "base64", "media_type": "application/pdf", "data": "JVBERi0="}, "title": "a.pdf"},
    ),
    "pdf_as_a_picture": (
        {"type": "image_url", "image_url": {"url": PDF}},
        {"type": "document", "source": {"type": "base64", "media_type": "application/pdf", "data": "JVBERi0="}},
    ),
    "refusal": ({"type": "refusal", "refusal": "No."}, {"type": "text", "text": "No."}),
    "thinking": (
        {"type": "thinking", "thinking": "hm", "signature": "s"},
        {"type": "thinking", "thinking": "hm", "signature": "s"},
    ),
    "notes_of_other_libraries": (
        {"type": "text", "text": "a", "index": 0, "annotations": []},
        {"type": "text", "text": "a"},
    ),
    "responses": ({"type": "input_text", "text": "a"}, {"type": "text", "text": "a"}),
    "own_picture": (
        {"type": "image", "source": {"type": "url", "url": "https://example.com/a.png"}},
        {"type": "image", "source": {"type": "url", "url": "https://example.com/a.png"}},
    ),
}  # fmt: skip


@pytest.mark.promise("C5")
@pytest.mark.parametrize("name", GOOD)
def test_c5_parts_that_anthropic_takes(name: str) -> None:
    """C5: each is of Anthropic's own types."""
    part, block = GOOD[name]
    (message,) = to_anthropic([{"role": "assistant" if name == "thinking" else "user", "content": [part]}])["messages"]
    assert message["content"] == [block]
    assert seen(anthropic().validate_python([message])) == [message]


def asked(*parts: Any) -> dict[str, Any]:
    """A message of the user."""
    return {"role": "user", "content": list(parts)}


def picture(url: str) -> dict[str, Any]:
    """A part of OpenAI's."""
    return {"type": "image_url", "image_url": {"url": url}}


def answered(*calls: Any, **more: Any) -> dict[str, Any]:
    """A message of the model."""
    return {"role": "assistant", "content": None, "tool_calls": list(calls), **more}


CUSTOM = {"id": "1", "type": "custom", "custom": {"name": "c", "input": ""}}


@pytest.mark.promise("C5")
@pytest.mark.parametrize(
    ("message", "words"),
    [
        (asked({"type": "input_audio", "input_audio": {}}), r"messages\[0\]\.content\[0\]: Anthropic takes no sound"),
        (asked({"type": "file", "file": {"file_id": "f"}}), "a file that OpenAI keeps"),
        (asked({"type": "file"}), "has no `file`"),
        (
            asked({"type": "text", "text": "a"}, {"type": "odd"}),
            r"content\[1\]: Anthropic takes no part of the type 'odd'",
        ),
        (asked({"type": "text", "text": ""}), r"content\[0\] is an empty text"),
        (asked({"type": "text"}), r"content\[0\] has no `text`"),
        ({"role": "user", "content": ""}, "content is an empty text"),
        ({"role": "user", "content": " \n"}, "content is of blanks alone"),
        (asked(), "it is empty, which Anthropic refuses"),
        ({"role": "user", "content": None}, "it is empty, which Anthropic refuses"),
        ({"role": "user", "content": 3}, "content is int"),
        (asked(3), r"content\[0\] is int"),
        (asked(picture("file:///a.png")), "is no address of the web"),
        (asked(picture("data:image/tiff;base64,aGk=")), "takes no image/tiff"),
        (answered(function_call={"name": "f", "arguments": "{}"}), "a function call of the old form"),
        (answered(audio={"id": "a"}), "sound has no form"),
        (answered(CUSTOM), "a call of the type 'custom'"),
        (asked({"type": "document", "source": None}), "'document' has no 'source'"),
        (asked({"type": "thinking", "thinking": "a", "signature": None}), "'thinking' has no 'signature'"),
        ({"role": "tool", "tool_call_id": 5, "content": "a"}, "needs a `tool_call_id`, a text"),
        (
            {"role": "tool", "tool_call_id": "1", "content": [{"type": "container_upload", "file_id": "f"}]},
            "takes no 'container_upload' as the result of a tool",
        ),
        (asked({"type": "image"}), r"content\[0\]: Anthropic's 'image' has no 'source'"),
        (asked({"type": "tool_use", "name": "f"}), "'tool_use' has no 'id' and no 'input'"),
        (asked(picture("data:image/png;base64,")), "holds is empty"),
        (answered({"type": "function", "function": {"name": "f"}}), r"tool_calls\[0\] needs an `id`"),
        (answered(content="a", refusal="No."), "it stands beside a content"),
        ({"role": "tool", "content": "a"}, "needs a `tool_call_id`"),
        ({"role": "function", "name": "f", "content": "a"}, "the role 'function' is none of Anthropic's"),
        ({"role": "user", "content": "a", "note": {"b": 1}}, r"messages\[0\]\.note: it has no form there"),
        (answered(content="a", reasoning_content="hm"), r"messages\[0\]\.reasoning_content: it has no form"),
        (answered(content="a", annotations=[{"type": "url_citation"}]), r"annotations: it has no form"),
        (
            answered({"type": "function", "id": "1", "function": {"name": "f"}, "extra": 1}),
            r"tool_calls\[0\]\.extra: it has no form",
        ),
        (asked({"type": "text", "text": "a", "annotations": [1]}), r"content\[0\]\.annotations: it has no form"),
        (
            asked({"type": "file", "file": {"file_data": "aGk=", "file_id": "f"}}),
            r"content\[0\]\.file\.file_id: it has no form",
        ),
        (
            asked({"type": "image", "source": {"type": "base64", "media_type": "image/png"}}),
            r"source: it has no 'data'",
        ),
        (
            asked({"type": "image", "source": {"type": "base64", "media_type": "image/tiff", "data": "aGk="}}),
            "takes no image/tiff",
        ),
        (asked({"type": "image", "source": {"type": "text"}}), "'image' has no source of the type 'text'"),
        ({"role": "system", "content": [picture(PICTURE)]}, "`system` is of texts alone"),
    ],
)
def test_c5_what_anthropic_does_not_take_is_told(message: dict[str, Any], words: str) -> None:
    """C5: nothing vanishes, and nothing goes out that is refused there: the error names the part."""
    with pytest.raises(ArgumentError, match=words):
        to_anthropic([message])


def test_what_says_nothing_is_left_out() -> None:
    """An empty text beside calls is what OpenAI has in place of none; a refusal is what was said."""
    call = {"id": "1", "type": "function", "function": {"name": "f", "arguments": ""}}
    assert to_anthropic([
        {"role": "system", "content": ""},
        {"role": "system", "content": " "},
        {"role": "assistant", "content": "\n", "tool_calls": [call]},
        {"role": "assistant", "content": None, "refusal": "No."},
    ]) == {
        "messages": [
            {"role": "assistant", "content": [{"type": "tool_use", "id": "1", "name": "f", "input": {}}]},
            {"role": "assistant", "content": "No."},
        ]
    }  # fmt: skip
