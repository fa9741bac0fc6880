"""Proves what a URL of a picture or file holds, how the arguments of a call are read, and that what is no message is named."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from promptport import ArgumentError
from promptport.prompt.anthropic import to_anthropic
from promptport.prompt.conversion import Data, arguments_of, chat_part, data_of
from promptport.prompt.openai import to_openai
from promptport.prompt.responses import to_responses


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
        ({"type": "text", "text": "a"}, {"type": "text", "text": "a"}),
    ],
)
def test_parts_of_the_responses_api(part: dict[str, object], made: dict[str, object]) -> None:
    assert chat_part(part) == made


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        ('{"a": 1}', {"a": 1}),
        ("", {}),
        (None, {"arguments": None}),
        ("[1]", {"arguments": "[1]"}),
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
