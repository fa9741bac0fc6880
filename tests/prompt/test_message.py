"""Proves which texts of a message values are put into, and that the rest of it stays."""

from __future__ import annotations

from typing import Any

from promptport.prompt.message import Message, dict_of, filled, texts_of

PARTS: Any = [
    {"type": "text", "text": "a"},
    {"type": "image_url", "image_url": {"url": "u"}},
    {"type": "tool_result", "content": [{"type": "text", "text": "b"}]},
]


def test_a_message_and_its_mapping() -> None:
    """What else the platform has there is kept; the mapping is the caller's own."""
    data = {"role": "assistant", "content": None, "tool_calls": [{"id": "1"}]}
    message = Message.of(data)
    assert (message.role, message.content, message.more) == ("assistant", None, {"tool_calls": [{"id": "1"}]})
    copy = message.to_dict()
    assert copy == data
    copy["tool_calls"][0]["id"] = "2"
    assert message.to_dict() == data
    assert Message.of({}).role == "user"


def test_texts_and_their_places() -> None:
    """A content itself, or what stands under `content` and `text` inside."""
    content = {"role": "user", "content": PARTS, "name": "n"}
    assert list(texts_of(content)) == ["a", "b"]
    new = filled(content, iter(["A", "B"]))
    assert list(texts_of(new)) == ["A", "B"]
    assert (new["name"], new["content"][1]) == ("n", PARTS[1])
    assert new["content"][1] is not PARTS[1]
    assert list(texts_of(content)) == ["a", "b"]


def test_a_message_of_a_history_is_passed_on() -> None:
    given = {"role": "user", "content": "x"}
    assert dict_of(given) is given
