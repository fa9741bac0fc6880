"""Proves what a change of an operation means: its method, its arguments, its answer."""

from __future__ import annotations

from typing import Any

import pytest

from tools.report.wire import wire

from .conftest import ANSWER, OPERATION, Compare, edited

pytestmark = pytest.mark.one_python("it compares data")

POST = "paths /things post"
PAGE = f"{POST} parameters 0"
BODY = f"{POST} requestBody"
JSON = OPERATION["requestBody"]["content"]["application/json"]  # type: ignore[index] # what is in a contract
ROWS: list[tuple[dict[str, Any], str]] = [
    ({"paths /things get": OPERATION | {"operationId": "things_list"}}, "added things.list is new: GET /things"),
    ({POST: None}, "breaking things.make is gone"),
    ({f"{POST} x-hidden": True}, "breaking things.make is gone"),
    ({f"{POST} operationId": "things_build"}, "breaking things.make is called things.build now"),
    ({f"{POST} deprecated": True}, "deprecated things.make is deprecated"),
    ({f"{POST} security": [{"a": [], "b": []}, {"c": []}]}, "changed things.make asks for a and b or c as credentials"),
    ({f"{POST} security": []}, "changed things.make asks for nothing as credentials"),
    ({"paths": {"/other": {"post": OPERATION}}}, "changed things.make is sent as POST /other; it was POST /things"),
    ({PAGE: {"name": "page", "in": "header", "schema": {"type": "integer"}}},
     "changed things.make(page) is sent as header page; it was query page"),
    ({f"{PAGE} required": True}, "breaking things.make(page) must be given"),
    ({f"{PAGE} deprecated": True}, "deprecated things.make(page) is deprecated"),
    ({f"{PAGE} explode": False}, "changed things.make(page) is written with explode: false"),
    ({f"{PAGE} x-python-name": "number"}, "breaking things.make(page) is called number in Python; it was as on the wire"),
    ({f"{PAGE} schema type": "string"}, "breaking things.make(page) is string; it was integer"),
    ({f"{POST} parameters": []}, "breaking things.make(page) is gone"),
    ({f"{BODY} required": True}, "breaking things.make must have a body"),
    ({BODY: None}, "breaking things.make has no body any more"),
    ({f"{BODY} content": {"multipart/form-data": JSON}},
     "changed things.make is sent as multipart/form-data; it was application/json"),
    ({f"{BODY} content text/csv": {"schema": {}}}, "added things.make takes text/csv too"),
    ({f"{BODY} content application/json encoding": {"a": {"style": "form"}}},
     "changed things.make writes the parts of its body in another way (encoding)"),
    ({f"{POST} responses": {"201": ANSWER, "404": {}}}, "changed things.make is answered with 201; it was 200"),
    ({f"{POST} responses 202": {}}, "added things.make may be answered with 202 too"),
    ({f"{POST} responses 202": {"content": {"text/x": {}}}}, "breaking things.make may be answered with 202 too"),
    ({f"{POST} responses 200": {}}, "breaking things.make answers nothing any more"),
    ({f"{POST} responses 200": {"content": {"text/plain": {"schema": {}}}}},
     "breaking things.make is answered as text/plain; it was application/json"),
    ({f"{POST} responses 200 content text/csv": {"schema": {}}}, "added things.make can be answered as text/csv too"),
    ({f"{POST} responses 404": None}, "changed things.make 404 is no documented failure any more"),
    ({f"{POST} responses 409": {}}, "changed things.make 409 is a documented failure"),
]  # fmt: skip


@pytest.mark.parametrize(("edits", "wanted"), ROWS)
def test_what_a_change_means(compare: Compare, edits: dict[str, Any], wanted: str) -> None:
    assert [f"{grade} {where} {what.partition(' (of ')[0]}" for grade, where, what in compare(edits)] == [wanted]


def test_an_answer_in_another_media_type_that_is_gone(compare: Compare) -> None:
    """Callers may have asked for it."""
    said = compare({f"{POST} responses 200 content text/csv": {"schema": {}}}, back=True)
    assert [(grade, what) for grade, _, what in said] == [("breaking", "can't be answered as text/csv any more")]


def test_credentials_where_there_were_none_break(compare: Compare) -> None:
    """Not where one may go without them still."""
    assert [each[0] for each in compare({f"{POST} security": []}, back=True)] == ["breaking"]
    none, either = edited({f"{POST} security": []}), edited({f"{POST} security": [{"key": []}, {}]})
    assert [each.grade for each in wire("t", none, either)] == ["changed"]


def test_an_argument_that_nobody_sees(compare: Compare) -> None:
    """Neither comes nor goes for callers."""
    hidden = {"name": "page-size", "in": "query", "x-hidden": True, "schema": {"const": 9}}
    for back in (False, True):
        assert compare({f"{POST} parameters": [*OPERATION["parameters"], hidden]}, back=back) == []


def test_a_new_argument_breaks_where_it_must_be_given(compare: Compare) -> None:
    """Not where the platform says what is meant without it."""
    for must, more, grade in ((True, {}, "breaking"), (False, {}, "added"), (True, {"default": "x"}, "added")):
        new = {"name": "new", "in": "query", "required": must, "schema": {"type": "string", **more}}
        said = compare({f"{POST} parameters": [*OPERATION["parameters"], new]})
        assert [each[:2] for each in said] == [(grade, "things.make(new)")]
