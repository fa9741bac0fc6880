"""Proves what a change of an operation means: its method, its arguments, its answer."""

from __future__ import annotations

from typing import Any

import pytest

from tools.report.wire import wire

from .conftest import OPERATION, Compare, edited

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
    ({"paths": {"/other": {"post": OPERATION}}}, "changed things.make is sent as POST /other; it was POST /things"),
    ({PAGE: {"name": "page", "in": "header", "schema": {"type": "integer"}}},
     "changed things.make(page) is sent as header page; it was query page"),
    ({f"{PAGE} required": True}, "breaking things.make(page) must be given"),
    ({f"{PAGE} deprecated": True}, "deprecated things.make(page) is deprecated"),
    ({f"{PAGE} explode": False}, "changed things.make(page) is written with explode: false"),
    ({f"{PAGE} x-python-name": "number"}, "breaking things.make(page) is called number in Python; it was page"),
    ({f"{PAGE} schema type": "string"}, "breaking things.make(page) is string; it was integer"),
    ({f"{POST} parameters": []}, "breaking things.make(page) is gone"),
    ({f"{BODY} required": True}, "breaking things.make must have a body"),
    ({BODY: None}, "breaking things.make has no body any more"),
    ({f"{BODY} content": {"multipart/form-data": JSON}},
     "changed things.make is sent as multipart/form-data; it was application/json"),
    ({f"{BODY} content text/csv": {"schema": {}}}, "added things.make takes text/csv too"),
    ({f"{BODY} content application/json encoding": {"a": {"style": "form"}}},
     "changed things.make writes the parts of its body in another way (encoding)"),
]  # fmt: skip


@pytest.mark.parametrize(("edits", "wanted"), ROWS)
def test_what_a_change_means(compare: Compare, edits: dict[str, Any], wanted: str) -> None:
    assert [f"{grade} {where} {what.partition(' (of ')[0]}" for grade, where, what in compare(edits)] == [wanted]


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


def test_a_placeholder_of_a_path_is_for_people(compare: Compare) -> None:
    """What it is called in Python is not."""

    def of(wire_name: str, python: str) -> dict[str, Any]:
        parameter = {"name": wire_name, "in": "path", "required": True, "x-python-name": python, "schema": {}}
        return edited({"paths": {f"/things/{{{wire_name}}}": {"post": OPERATION | {"parameters": [parameter]}}}})

    assert wire("t", of("thingId", "thing_id"), of("thing_id", "thing_id")) == []
    said = wire("t", of("thingId", "thing_id"), of("thingId", "thing"))
    assert ("breaking", "things.make(thing_id)") in {(each.grade, each.where) for each in said}


@pytest.mark.parametrize(
    "more",
    [{"style": "form"}, {"explode": True}, {"allowReserved": False}, {"required": False}, {"x-python-name": "page"}],
)
def test_what_is_meant_without_being_said_is_no_change(compare: Compare, more: dict[str, Any]) -> None:
    same = OPERATION["parameters"][0] | more  # type: ignore[index] # what is in a contract
    assert compare({PAGE: same}) == compare({PAGE: same}, back=True) == []


def test_a_default_that_goes_must_be_given(compare: Compare) -> None:
    had, lost = (
        edited({f"{PAGE} required": True, f"{PAGE} schema": {"type": "integer", **more}})
        for more in ({"default": 1}, {})
    )
    assert [(each.grade, each.where, each.what) for each in wire("t", had, lost)] == [
        ("breaking", "things.make(page)", "must be given")
    ]


def test_the_usual_media_type_of_a_body(compare: Compare) -> None:
    """Callers who name none send another than before; where it has no fields, they write it themselves."""
    for media, grade in (("application/x-www-form-urlencoded", "changed"), ("text/plain", "breaking")):
        said = compare({f"{BODY} content": {media: JSON, "application/json": JSON}})
        assert [each[::2] for each in said] == [
            (grade, f"is sent as {media} where callers name no type; it was application/json"),
            ("added", f"takes {media} too"),
        ]
