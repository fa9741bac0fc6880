"""Proves that a message is a copy of what it stands for, and which texts in it take values."""

from __future__ import annotations

from typing import Any

import pytest

from promptport import Message
from promptport.prompt.message import filled, fixed_texts, texts_of

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
    ("message", "texts"),
    [
        (PARTS, ["{{a}}", "{{b}}", "{{c}}"]),
        ({"content": "x", "url": "no"}, ["x"]),
        ({"content": None}, []),
        ({"text": {"text": ["x", 3, "y"]}}, ["x", "y"]),
        (
            {"content": [{"type": "document", "source": {"type": "url", "url": "u"}, "title": "t", "id": "no"}]},
            ["u", "t"],
        ),
        ({"content": [{"type": "input_audio", "input_audio": {"data": "d"}}, {"context": "c"}]}, ["d", "c"]),
        ({"content": [{"type": "file", "file": {"file_data": "d", "filename": "n"}}]}, ["d", "n"]),
    ],
)
def test_texts_that_take_values(message: Any, texts: list[str]) -> None:
    """Whatever goes to a model as text, also in a picture's address; the rest stays as it is."""
    assert list(texts_of(message)) == texts
    assert list(texts_of(filled(message, iter([each.upper() for each in texts])))) == [each.upper() for each in texts]
    assert filled(message, iter(texts)) == message


def test_every_other_text_takes_none() -> None:
    """Whatever a message holds is one or the other."""
    use = {"type": "tool_use", "name": "f", "input": {"a": ["b"]}}
    message = {**PARTS, "content": [*PARTS["content"], use], "tool_calls": [{"function": {"arguments": "g"}}]}
    assert list(texts_of(message)) == ["{{a}}", "{{b}}", "{{c}}"]
    assert list(fixed_texts(message)) == ["user", "text", "image_url", "tool_use", "f", "b", "{{d}}", "g"]
