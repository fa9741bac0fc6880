"""Proves which media types of an answer can be asked for, and what is read of each."""

from __future__ import annotations

from typing import Any

import pytest
from generator.choices import besides, check, choices, schemas, settled
from generator.places import Refusal

pytestmark = pytest.mark.one_python("what is generated is the same on all")


def operation(**statuses: list[str]) -> dict[str, Any]:
    """An operation whose answers have these media types, with a schema that tells which it is."""
    answers = {status: {each: {"schema": {"title": each}} for each in some} for status, some in statuses.items()}
    return {
        "operationId": "a",
        "responses": {status.lstrip("_"): {"content": each} for status, each in answers.items()},
    }


def test_the_usual_one_is_first() -> None:
    """JSON, wherever it stands; each choice is of an operation that answers in no other."""
    found = choices(operation(_200=["text/csv", "application/json", "text/xml"], _202=["application/json"]))
    assert [each.media for each in found] == ["application/json", "text/csv", "text/xml"]
    assert [[*each.operation["responses"]["200"]["content"]] for each in found] == [[each.media] for each in found]
    assert [*found[1].operation["responses"]["202"]["content"]] == ["application/json"]


@pytest.mark.parametrize("about", [
    operation(_200=["application/json"]), operation(_204=[]),
    operation(_200=["text/csv"], _404=["text/html", "application/json"]),
    operation(_200=["text/event-stream", "text/csv"]) | {"x-stream": {}},
    operation(_200=["text/csv", "application/json"]) | {"x-discard": True},
])  # fmt: skip
def test_nothing_to_choose(about: dict[str, Any]) -> None:
    assert [each.operation for each in choices(about)] == [about]


def test_what_else_is_answered() -> None:
    """Of other successes, the type that is asked for of each."""
    found = operation(
        _200=["application/json", "text/csv"], _202=["text/csv", "application/json"], _206=["image/png"], _204=[]
    )
    assert besides(found) == ["application/json", "image/png"]


def test_what_is_read_is_made_of_classes() -> None:
    """All JSON, and the usual one."""
    found = operation(_200=["application/json", "text/xml", "application/x+json"])
    assert [each["title"] for each in schemas(found)] == ["application/json", "application/x+json"]
    assert schemas({"operationId": "a", "responses": {}}) == []


def test_a_stream_stands_alone() -> None:
    check(operation(_200=["text/event-stream"]))
    check(operation(_200=["application/json"], _202=["text/event-stream"]))
    check(operation(_200=["application/json"], _404=["application/json", "text/event-stream"]))
    with pytest.raises(Refusal, match="'text/event-stream' stands beside another answer") as refused:
        check(operation(_200=["application/json", "text/event-stream"]))
    assert refused.value.place == ("responses", "200", "content", "text/event-stream")
    with pytest.raises(Refusal, match="x-stream reads a stream of events: give 'text/csv' an operation of its own"):
        check(operation(_200=["text/event-stream", "text/csv"]) | {"x-stream": {}})


@pytest.mark.parametrize(("name", "schema", "meant"), [
    ("*/*", {"type": "object"}, "application/json"), ("application/*", {"$ref": "#/components/schemas/A"}, "application/json"),
    ("*/*", {"type": "array"}, "application/json"), ("*/*", {"type": "string", "format": "binary"}, "*/*"), ("*/*", {}, "*/*"),
    ("image/*", {"type": "object"}, "image/*"), ("text/*", {"type": "string"}, "text/*"),
])  # fmt: skip
def test_ranges(name: str, schema: dict[str, Any], meant: str) -> None:
    """What is made of something is JSON, where a range has that."""
    assert settled({name: {"schema": schema}}, {"A": {"properties": {}}}) == {meant: {"schema": schema}}


def test_a_range_that_may_be_two_things() -> None:
    """A text is JSON in quotes, or itself. JSON that is there keeps its place."""
    with pytest.raises(Refusal, match=r"a text as '\*/\*' may be JSON, or not") as refused:
        settled({"*/*": {"schema": {"type": "string"}}}, {})
    assert refused.value.place == ("*/*",)
    known = {"schema": {"type": "array"}}
    assert settled({"application/json": known, "*/*": {"schema": {"type": "object"}}}, {}) == {
        "application/json": known
    }
