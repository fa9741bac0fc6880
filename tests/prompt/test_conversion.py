"""Proves what a URL of a picture or file holds, how the arguments of a call are read, and that what is no message is named."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

import pytest
from anthropic.types.beta import BetaContentBlockParam
from openai.types.chat import ChatCompletionContentPartParam, ChatCompletionContentPartRefusalParam
from openai.types.responses import ResponseInputContentParam
from openai.types.responses.response_output_message_param import Content
from pydantic import TypeAdapter
from typing_extensions import is_typeddict

from promptport import ArgumentError
from promptport.prompt.anthropic import to_anthropic
from promptport.prompt.conversion import BLOCKS, Data, arguments_of, chat_part, data_of, refuse_more
from promptport.prompt.openai import to_openai
from promptport.prompt.responses import to_responses

from .libraries import anthropic_beta, members, openai, responses, seen

pytestmark = pytest.mark.one_python("the libraries are the same everywhere, and take long to load")


@pytest.mark.parametrize(
    ("url", "data"),
    [
        ("https://example.com/a.png", None),
        ("HTTP://example.com/a.png", None),
        ("data:image/png;base64,aGk=", Data("image/png", "aGk=")),
        ("data:image/png; charset=utf-8 ;BASE64,aGk=", Data("image/png", "aGk=")),
        ("data:image/png;base64,aG\n k%3D", Data("image/png", "aGk=")),
        ("data:,hi", Data("text/plain", "aGk=")),
        ("data:text/plain;charset=utf-8,h%69", Data("text/plain", "aGk=")),
    ],
)
def test_data_of(url: str, data: Data | None) -> None:
    assert data_of(url, "here") == data


@pytest.mark.parametrize("url", ["", "a.png", "file:///a.png", "data:image/png", "gs://bucket/a.png"])
def test_what_is_neither_data_nor_of_the_web(url: str) -> None:
    with pytest.raises(ArgumentError, match=r"here: .* is no address of the web"):
        data_of(url, "here")


@pytest.mark.parametrize("url", ["data:image/png;base64,", "data:image/png;base64,<html>", "data:,"])
def test_data_that_is_none(url: str) -> None:
    with pytest.raises(ArgumentError, match=r"here: what the `data:` URL holds is (no base64|empty)"):
        data_of(url, "here")


@pytest.mark.parametrize(
    ("part", "made"),
    [
        ({"type": "output_text", "text": "a", "annotations": []}, {"type": "text", "text": "a"}),
        (
            {"type": "input_image", "image_url": "https://e.com/a.png", "detail": "low"},
            {"type": "image_url", "image_url": {"url": "https://e.com/a.png", "detail": "low"}},
        ),
        (
            {"type": "input_file", "file_data": "aGk=", "filename": "a"},
            {"type": "file", "file": {"file_data": "aGk=", "filename": "a"}},
        ),
        ({"type": "input_image", "file_id": "f"}, {"type": "input_image", "file_id": "f"}),
        (
            {"type": "input_text", "text": "a", "prompt_cache_breakpoint": {"mode": "explicit"}},
            {"type": "text", "text": "a", "prompt_cache_breakpoint": {"mode": "explicit"}},
        ),
        ({"type": "text", "text": "a"}, {"type": "text", "text": "a"}),
    ],
)
def test_parts_of_the_responses_api(part: dict[str, object], made: dict[str, object]) -> None:
    assert chat_part(part, "here") == made


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        ('{"a": 1}', {"a": 1}),
        ("", {}),
        (None, {"arguments": None}),
        ("[1]", {"arguments": "[1]"}),
        ('{"a": NaN}', {"arguments": '{"a": NaN}'}),
        ({"a": 1}, {"a": 1}),
    ],
)
def test_arguments_of(arguments: object, found: dict[str, object]) -> None:
    assert arguments_of(arguments) == found


@pytest.mark.parametrize("convert", [to_anthropic, lambda messages: to_responses(to_openai(messages))])
@pytest.mark.parametrize(
    ("message", "where"),
    [
        ({"role": "assistant", "tool_calls": "abc"}, "tool_calls is str"),
        ({"role": "assistant", "tool_calls": 5}, "tool_calls is int"),
        ({"role": "assistant", "tool_calls": ["abc"]}, r"tool_calls\[0\] is str"),
        ({"role": "user", "content": [{"type": ["text"]}]}, r"content\[0\]"),
    ],
)
def test_what_is_no_message(convert: Callable[[Any], object], message: object, where: str) -> None:
    with pytest.raises(ArgumentError, match=rf"messages\[0\]\.{where}"):
        convert([message])


def test_each_block_of_anthropic_s_is_known() -> None:
    """With what it can't do without, by the library's own types, those in trial among them."""
    request = [each for each in get_args(BetaContentBlockParam) if is_typeddict(each)]
    found = dict(each for block in request for each in members(block))
    del found["text"]
    assert {name: set(needed) for name, needed in BLOCKS.items()} == found


SOURCE = {"type": "base64", "media_type": "image/png", "data": "aGk="}
PDF = {"type": "base64", "media_type": "application/pdf", "data": "aGk="}
CALLED = {"tool_use_id": "1"}
USE = {"id": "1", "name": "code_execution", "input": {}}
RAN: dict[str, Any] = {"stdout": "", "stderr": "", "return_code": 0, "content": []}
FOUND = {"type": "web_fetch_result", "url": "https://e.com", "content": {"type": "document", "source": PDF}}
# One of each part of the three APIs, without its type.
PARTS: dict[str, dict[str, Any]] = {
    "text": {"text": "a"}, "refusal": {"refusal": "No."}, "image_url": {"image_url": {"url": "https://e.com/a.png"}},
    "input_audio": {"input_audio": {"data": "aGk=", "format": "wav"}}, "file": {"file": {"file_id": "f"}},
    "input_text": {"text": "a"}, "input_image": {"image_url": "https://e.com/a.png", "detail": "low"},
    "input_file": {"file_url": "https://e.com/a.pdf"}, "output_text": {"text": "a", "annotations": []},
    "image": {"source": SOURCE}, "document": {"source": PDF}, "thinking": {"thinking": "a", "signature": "s"},
    "search_result": {"source": "s", "title": "t", "content": [{"type": "text", "text": "a"}]},
    "redacted_thinking": {"data": "d"}, "tool_use": USE, "tool_result": {**CALLED, "content": "r"}, "server_tool_use": USE,
    "web_search_tool_result": {**CALLED, "content": []}, "web_fetch_tool_result": {**CALLED, "content": FOUND},
    "code_execution_tool_result": {**CALLED, "content": {"type": "code_execution_result", **RAN}},
    "bash_code_execution_tool_result": {**CALLED, "content": {"type": "bash_code_execution_result", **RAN}},
    "text_editor_code_execution_tool_result": {
        **CALLED, "content": {"type": "text_editor_code_execution_create_result", "is_file_update": True}
    },
    "tool_search_tool_result": {**CALLED, "content": {"type": "tool_search_tool_search_result", "tool_references": []}},
    "advisor_tool_result": {**CALLED, "content": {"type": "advisor_result", "text": "a"}},
    "mcp_tool_use": {**USE, "server_name": "s"}, "mcp_tool_result": {**CALLED, "content": "r"},
    "mcp_tool_listing": {"mcp_server_name": "s", "tools": []}, "container_upload": {"file_id": "f"},
    "compaction": {"content": "c"}, "tool_addition": {"tool": {"type": "tool_reference", "name": "n"}},
    "tool_removal": {"tool": {"type": "tool_reference", "name": "n"}},
    "fallback": {"from": {"model": "a"}, "to": {"model": "b"}},
}  # fmt: skip
SAID = ("refusal", "output_text", "thinking", "redacted_thinking", "tool_use", "server_tool_use", "mcp_tool_use")


def test_each_part_is_a_row() -> None:
    """Of chat completions, the Responses API and Anthropic's messages."""
    ours = (ChatCompletionContentPartParam, ChatCompletionContentPartRefusalParam, ResponseInputContentParam, Content)
    assert {name for union in ours for name, _ in members(union)} | BLOCKS.keys() == PARTS.keys()


@pytest.mark.promise("C5")
@pytest.mark.parametrize("kind", PARTS)
def test_c5_each_part_is_valid_or_told(kind: str) -> None:
    """C5: under the types of the library that takes it, or an error that names the part."""
    given = [{"role": "assistant" if kind in SAID else "user", "content": [{"type": kind, **PARTS[kind]}]}]
    converts: dict[Callable[[Any], Any], TypeAdapter[Any]] = {
        to_openai: openai(), to_responses: responses(), lambda messages: to_anthropic(messages)["messages"]: anthropic_beta()
    }  # fmt: skip
    for convert, types in converts.items():
        try:
            made = convert(given)
        except ArgumentError as error:
            told = str(error)
        else:
            told = "messages[0].content[0]" if seen(types.validate_python(made)) == made else f"not valid: {made}"
        assert told.startswith("messages[0].content[0]")


def test_nothing_that_says_something_vanishes() -> None:
    """What only advises may, as may what is empty."""
    refuse_more(
        {"type": "text", "text": "a", "id": "1", "annotations": [], "cache_control": {}, "parsed": 1}, ("text",), "here"
    )
    with pytest.raises(ArgumentError, match=r"here\.annotations: it has no form there\. Leave it out"):
        refuse_more({"text": "a", "annotations": [1]}, ("text",), "here")
