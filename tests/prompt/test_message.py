"""Proves that a message is a copy of what it stands for, and which texts in it take values."""

from __future__ import annotations

from typing import Any

import pytest

from promptport import Message
from promptport.prompt.message import dict_of, filled, texts_of

PARTS: dict[str, Any] = {
    "role": "user",
    "content": [{"type": "text", "text": "{{a}}"}, {"type": "image_url", "image_url": {"url": "{{b}}"}}, "{{c}}"],
    "name": "{{d}}",
}


def test_a_message_and_its_mapping() -> None:
    """Nothing is lost, and what it gives is nobody else's."""
    message = Message.of(PARTS)
    assert (message.role, message.more) == ("user", {"name": "{{d}}"})
    given = message.to_dict()
    assert given == PARTS
    given["content"][0]["text"] = "changed"
    assert PARTS["content"][0]["text"] == "{{a}}"
    assert Message.of({}).to_dict() == {"role": "user", "content": None}


@pytest.mark.parametrize(
    ("content", "texts"),
    [(PARTS, ["{{a}}", "{{c}}"]), ("x", ["x"]), (None, []), ({"content": {"text": ["x", 3, "y"]}}, ["x", "y"])],
)
def test_texts_that_take_values(content: Any, texts: list[str]) -> None:
    """A content itself, and what stands under `content` and `text` inside; the rest stays as it is."""
    assert list(texts_of(content)) == texts
    assert list(texts_of(filled(content, iter([each.upper() for each in texts])))) == [each.upper() for each in texts]
    assert filled(content, iter(texts)) == content


def test_a_history_is_passed_on_untouched() -> None:
    """A dict is that very dict, anything else a copy."""
    assert dict_of(PARTS) is PARTS
    assert dict_of(Message.of(PARTS).more) == {"name": "{{d}}"}
