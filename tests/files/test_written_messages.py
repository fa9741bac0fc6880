"""Proves that each message stands in the plainest lines that can say it."""

from __future__ import annotations

from typing import Any

import pytest

from promptport.files.written_messages import WrittenMessages
from promptport.prompt.message import texts_of


def lines(*messages: dict[str, Any]) -> list[str]:
    """The lines of messages in which nothing needs a backslash."""
    return WrittenMessages({text: text for each in messages for text in texts_of(each)}).lines(messages)


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ({"role": "user", "content": "Hi\n--- user"}, ["--- user", "Hi", "\\--- user"]),
        ({"role": "user", "content": ""}, ["--- user"]),
        ({"role": "user", "content": None}, ['--- user {"content": null}']),
        ({"role": "user", "content": "a\r\nb"}, ['--- user {"content": "a\\r\\nb"}']),
        ({"role": "user", "content": "Hi", "name": "é"}, ['--- user {"name": "é"}', "Hi"]),
        ({"role": "assistant", "content": None, "tool_calls": []}, ['--- assistant {"tool_calls": []}']),
        ({"role": "assistant", "content": "", "tool_calls": []}, ['--- assistant {"content": "", "tool_calls": []}']),
        ({"role": "tool", "content": "42", "tool_call_id": "1"}, ['--- tool {"tool_call_id": "1"}', "42"]),
        ({"role": "tool", "content": "42"}, ['--- message {"role": "tool"}', "42"]),
        ({"role": "critic", "content": "Hm"}, ['--- message {"role": "critic"}', "Hm"]),
        ({"tool_calls": [], "role": "user"}, ['--- message {"role": "user", "tool_calls": []}']),
        ({"slot": "examples"}, ["--- {{examples}}"]),
        ({"slot": "a b"}, ['--- message {"slot": "a b"}']),
        ({"role": "user", "content": []}, ['--- user {"content": []}']),
        ({"role": "user", "content": [None]}, ['--- user {"content": [null]}']),
        (
            {"role": "user", "content": ["a", {"type": "image_url", "image_url": {"url": "a b"}}]},
            ["--- user", "", '--- part "a"', "", '--- part {"type": "image_url", "image_url": {"url": "a b"}}'],
        ),
        ({"role": "user", "content": [{"type": "text", "text": "a"}]}, ["--- user", "", '--- part {"type": "text"}', "a"]),
        (
            {"role": "user", "content": [{"type": "text", "text": "a"}, {"type": "image_url", "image_url": {"url": "/{{ b }}"}}]},
            ["--- user", "a", "", "--- image /{{ b }}"],
        ),
    ],
)  # fmt: skip
def test_one_message(message: dict[str, Any], expected: list[str]) -> None:
    assert lines(message) == expected


def test_a_place_stands_once() -> None:
    """What a platform has twice is written so that it can be read."""
    assert lines({"slot": "a"}, {"slot": "a"}) == ["--- {{a}}", "", '--- message {"slot": "a"}']
