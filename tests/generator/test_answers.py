"""Proves what an operation answers: its type, and the expression that reads it."""

from __future__ import annotations

from typing import Any

import pytest
from generator.answers import Answers, successes
from generator.python_types import Types

pytestmark = pytest.mark.one_python("what is generated is the same on all")

PART = {"$ref": "#/components/schemas/Part"}
TYPES = Types({
    "Part": {"type": "object", "properties": {"name": {"type": "string"}}},
    "Wrapped": {"type": "object", "properties": {"data": PART}},
    "Page": {"type": "object", "x-items": "data", "properties": {"data": {"type": "array", "items": PART}}},
})  # fmt: skip


def shown(expression: str) -> str:
    """The expression without what the answer is compared with, which `test_compared.py` shows."""
    before, shape, _ = expression.partition("shape=_Shape(")
    return before + ("shape=SHAPE" + ")" * (before.count("(") - before.count(")")) if shape else "")


def operation(schema: Any = None, media: Any = "application/json", **more: Any) -> dict[str, Any]:
    """An operation whose answer has this schema."""
    content = {} if schema is None else {"content": {media: {"schema": schema}}}
    return {"operationId": "do", "responses": {"404": {}, "201": content}, **more}


@pytest.mark.parametrize(
    ("about", "returns", "parse"),
    [
        (operation(), "None", "nothing(content)"),
        (operation(PART, **{"x-discard": True}), "None", "nothing(content)"),
        (operation(PART), "models.Part", "reads(lambda: models.Part)(load(content, shape=SHAPE))"),
        (operation({"type": "array", "items": PART}), "list[models.Part]",
         "array(reads(lambda: models.Part))(load(content, shape=SHAPE))"),
        (operation({"type": "object"}), "dict[str, Any]", "load(content, shape=SHAPE)"),
        (operation({}), "Any", "load(content, shape=SHAPE)"),
        (operation({"type": "string"}, "text/plain"), "str", 'content.decode(errors="replace")'),
        (operation({}, "application/octet-stream"), "bytes", "content"),
        (operation({"anyOf": [PART, {"type": "null"}]}), "models.Part | None",
         "reads(lambda: models.Part)(load(content, shape=SHAPE))"),
        (operation({"$ref": "#/components/schemas/Wrapped"}, **{"x-unwrap": "data"}), "models.Part",
         "reads(lambda: models.Part)(load(content, 'data', shape=SHAPE))"),
        (operation({"type": "string", "format": "date-time"}), "datetime", "timestamp(load(content, shape=SHAPE))"),
    ],
)  # fmt: skip
def test_answers(about: Any, returns: str, parse: str) -> None:
    answers = Answers(TYPES, "")
    assert (answers.returns(about), shown(answers.parse(about))) == (returns, parse)


def test_nothing_is_an_answer_by_its_status() -> None:
    """A body that lacks its null may have been lost on the way; one of a 204 has not. What may be left out is so by either."""
    about = operation({"anyOf": [PART, {"type": "null"}]})
    about["responses"]["204"] = {}
    answers = Answers(TYPES, "")
    assert shown(answers.parse(about)) == "reads(lambda: models.Part)(load(content, shape=SHAPE))"
    assert [(shown(each.condition), shown(each.expression)) for each in answers.others(about)] == [
        ("status == 204", "nothing(content)")
    ]
    about = operation({"type": ["integer", "null"], "x-absent": 0})
    about["responses"]["204"] = {}
    assert shown(answers.parse(about)) == "load(content or b'null', shape=SHAPE)"
    assert answers.others(about) == []


def test_an_open_object_may_answer_itself() -> None:
    found = Answers(TYPES, "data").parse(operation({"type": "object"}))
    assert shown(found) == "loose('data')(load(content, shape=SHAPE))"


def test_streams_and_pages() -> None:
    """A stream answers its events, a page its items."""
    stream = operation(**{"x-stream": {"events": {"a": PART["$ref"], "b": PART["$ref"]}}})
    assert Answers(TYPES, "").returns(stream) == "models.Part"
    assert Answers(TYPES, "").item(operation({"$ref": "#/components/schemas/Page"})) == "models.Part"
    assert Answers(TYPES, "").accept(operation({}, "text/plain")) == "text/plain"


def test_what_has_no_content() -> None:
    """A HEAD answers as its GET does, without that; and what is discarded has none."""
    content: dict[str, Any] = {"200": {"content": {"application/json": {"schema": {}}}}}
    for more, media in (({}, "application/json"), ({"method": "HEAD"}, ""), ({"x-discard": True}, "")):
        assert [each.media for each in successes({"operationId": "do", "responses": content, **more})] == [media]


def test_an_operation_without_a_success_is_refused() -> None:
    with pytest.raises(ValueError, match="do: there is no successful answer"):
        successes({"operationId": "do", "responses": {"404": {}}})
