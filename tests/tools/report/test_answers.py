"""Proves what a change of an operation's answers means: what callers get, and which failures are documented."""

from __future__ import annotations

from typing import Any

import pytest

from tools.report.wire import wire

from .conftest import ANSWER, Compare, edited

pytestmark = pytest.mark.one_python("it compares data")

POST = "paths /things post"
SCHEMA = ANSWER["content"]["application/json"]
FAILURE = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/More"}}}}
ROWS: list[tuple[dict[str, Any], str]] = [
    ({f"{POST} responses": {"201": ANSWER, "404": {}}}, "changed things.make is answered with 201; it was 200"),
    ({f"{POST} responses 202": {}}, "added things.make may be answered with 202 too"),
    ({f"{POST} responses 202": {"content": {"text/x": {}}}}, "breaking things.make may be answered with 202 too"),
    ({f"{POST} responses 200": {}}, "breaking things.make answers nothing any more"),
    ({f"{POST} responses 200": {"content": {"text/plain": {"schema": {}}}}},
     "breaking things.make is answered as text/plain; it was application/json"),
    ({f"{POST} responses 200 content text/csv": {"schema": {}}}, "added things.make can be answered as text/csv too"),
    ({f"{POST} responses 404": None}, "changed things.make 404 is no documented failure any more"),
    ({f"{POST} responses 409": {}}, "changed things.make 409 is a documented failure"),
    ({f"{POST} responses 200": {"content": {"application/vnd.t+json": SCHEMA}}},
     "changed things.make is answered as application/vnd.t+json; it was application/json"),
    ({f"{POST} responses 404": FAILURE}, "changed things.make 404 is answered as application/json; it was nothing"),
    ({f"{POST} x-discard": True}, "breaking things.make answers nothing (None) any more"),
]  # fmt: skip


@pytest.mark.parametrize(("edits", "wanted"), ROWS)
def test_what_a_change_means(compare: Compare, edits: dict[str, Any], wanted: str) -> None:
    assert [f"{grade} {where} {what.partition(' (of ')[0]}" for grade, where, what in compare(edits)] == [wanted]


def test_an_answer_in_another_media_type_that_is_gone(compare: Compare) -> None:
    """Callers may have asked for it."""
    said = compare({f"{POST} responses 200 content text/csv": {"schema": {}}}, back=True)
    assert [(grade, what) for grade, _, what in said] == [("breaking", "can't be answered as text/csv any more")]


def test_what_another_media_type_of_a_kind_holds_is_compared() -> None:
    """JSON is JSON, by whichever name."""
    old, new = (
        edited({f"{POST} responses 200": {"content": {each: SCHEMA}}}) for each in ("application/json", "text/json")
    )
    del new["components"]["schemas"]["Got"]["properties"]["kind"]
    assert [(each.grade, each.where) for each in wire("t", old, new)] == [
        ("breaking", "Got.kind"), ("changed", "things.make"),
    ]  # fmt: skip


def test_what_a_failure_says_breaks_nobody() -> None:
    """It is told once, of what it is made of."""
    failing = {f"{POST} responses 404": FAILURE, f"{POST} responses 409": FAILURE, f"{POST} responses 200": {}}
    old, new = edited(failing), edited(failing | {"components schemas More allOf 1 properties b": None})
    assert [(each.grade, each.where, each.what) for each in wire("t", old, new)] == [
        ("changed", "More.b", "is gone (of things.make)")
    ]


def test_what_is_thrown_away_breaks_nobody() -> None:
    discarding = {f"{POST} x-discard": True}
    old, new = edited(discarding), edited(discarding | {"components schemas Got properties kind": None})
    assert wire("t", old, new) == []


def test_the_answer_to_whatever_is_asked_is_a_success() -> None:
    """Where there is no other."""
    answering = {f"{POST} responses": {"default": ANSWER}}
    old, new = edited(answering), edited(answering | {"components schemas Got properties kind": None})
    assert [(each.grade, each.where) for each in wire("t", old, new)] == [("breaking", "Got.kind")]
