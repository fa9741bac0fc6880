"""Proves what the arguments of an operation become: a signature, and what each of them is on the wire."""

from __future__ import annotations

from typing import Any

import pytest
from generator.arguments import Argument, Arguments, path, signature
from generator.python_types import Types

pytestmark = pytest.mark.one_python("what is generated is the same on all")

TYPES = Types({
    "New": {
        "type": "object", "required": ["title"],
        "properties": {"title": {"type": "string"}, "color": {"type": "string", "default": "red"},
                       "source": {"type": "string", "default": "sdk", "x-hidden": True}},
    },
})  # fmt: skip
NEW = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/New"}}}, "required": True}


def operation(**more: Any) -> dict[str, Any]:
    return {
        "operationId": "do",
        "path": "/a/{thing-id}",
        "method": "POST",
        "parameters": [],
        "responses": {"204": {}},
        **more,
    }


def arguments(**more: Any) -> list[Argument]:
    return Arguments(TYPES).of(operation(**more))


def test_the_path_goes_first_and_may_be_given_by_position() -> None:
    """The rest is named; what has a default is not needed."""
    found = arguments(parameters=[
        {"name": "limit", "in": "query", "schema": {"type": "integer", "default": 20}},
        {"name": "q", "in": "query", "required": True, "schema": {"type": "string"}},
        {"name": "thing-id", "in": "path", "required": True, "schema": {"type": "string"}},
    ])  # fmt: skip
    assert signature(found) == "thing_id: str, *, limit: int = 20, q: str"
    assert path(operation(), found) == "/a/{thing_id}"
    assert found[1].entry == "Parameter('limit', 'limit', 'query', 'integer', default=20)"


def test_fields_of_a_body() -> None:
    """Each is an argument; one that is always sent is none, and stands in the operation all the same."""
    found = arguments(requestBody=NEW)
    assert signature(found) == "*, title: str, color: str = 'red'"
    assert found[2].entry == "Parameter('source', 'source', 'body', 'string', default='sdk')"


def test_a_patch_takes_what_is_given() -> None:
    assert signature(arguments(method="PATCH", requestBody=NEW)) == "**fields: Unpack[models.New]"


def test_a_body_with_a_name_is_one_argument() -> None:
    schema = {"type": "array", "items": {"type": "string"}, "x-python-name": "lines"}
    found = arguments(requestBody={"content": {"application/json": {"schema": schema}}, "required": True})
    assert signature(found) == "*, lines: Sequence[str]"
    assert (found[0].place, found[0].kind) == ("whole", "array")


def test_bytes() -> None:
    found = arguments(requestBody={"content": {"application/octet-stream": {"schema": {}}}, "required": True})
    assert (signature(found), found[0].kind) == ("*, body: Content", "file")


def test_what_is_empty_may_stay_unsent() -> None:
    """Its default stands in the signature alone."""
    found = arguments(
        parameters=[{"name": "tags", "in": "query", "schema": {"type": "string", "default": "", "x-omit-empty": True}}]
    )
    assert signature(found) == "*, tags: str = ''"
    assert (found[0].passed, found[0].value) == ("tags or None", None)


def test_what_is_refused() -> None:
    """Two arguments of one name."""
    same: list[Any] = [{"name": name, "in": "query", "schema": {}} for name in ("thing_id", "thing-id")]
    with pytest.raises(ValueError, match="name already: give thing_id an x-python-name"):
        arguments(parameters=same)


def test_a_body_whose_fields_are_called_like_other_arguments_is_one_argument() -> None:
    """It is a dict, whose keys are those of the wire."""
    same: list[Any] = [{"name": "color", "in": "query", "schema": {}}]
    found = arguments(parameters=same, requestBody=NEW)
    assert signature(found) == "*, color: Any | None = None, body: models.New"


def test_the_choice_of_a_media_type() -> None:
    """By an argument, of which the first is the usual one; what each of them takes is the type of the body."""
    schema = {"schema": {"$ref": "#/components/schemas/New"}}
    content = {"application/json": schema, "application/xml": schema, "multipart/form-data": schema}
    found = arguments(requestBody={"content": content, "required": True})
    names = "'application/json', 'multipart/form-data', 'application/xml'"
    assert signature(found[-1:]) == f"*, content_type: Literal[{names}] = 'application/json'"
    assert found[-1].entry == f"Parameter('content_type', '', 'media', 'string', names=({names}))"
    assert found[-2].entry == "Parameter('body', '', 'whole', 'any', names=('application/xml',))"
    found = arguments(requestBody={"content": {"application/json": {"schema": {"type": "array"}}, "text/csv": {}}})
    assert signature(found[:1]) == "*, body: Sequence[Any] | str | None = None"


def test_the_choice_of_an_answer() -> None:
    """By an argument that is sent in any case, and stands in nobody's way: a body with such a field is one argument."""
    answers: dict[str, Any] = {"200": {"content": {"application/json": {}, "text/csv": {}}}}
    found = arguments(responses=answers)
    names = "'application/json', 'text/csv'"
    assert signature(found) == f"*, accept: Literal[{names}] = 'application/json'"
    assert (
        found[0].entry
        == f"Parameter('accept', 'Accept', 'accept', 'string', default='application/json', names=({names}))"
    )
    types = Types({"Fields": {"properties": {"accept": {"type": "string"}}}})
    body = {"requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Fields"}}}}}
    found = Arguments(types).of(operation(responses=answers, **body))
    assert [each.name for each in found] == ["body", "accept"]


@pytest.mark.parametrize(("needed", "names"), [(["a"], ["body"]), (["b"], ["a", "b"]), ([], ["a", "b"])], ids=str)
def test_a_body_that_may_be_left_out(needed: list[str], names: list[str]) -> None:
    """Is one argument where a field must be there that may be null: its None could not be told from none at all."""
    fields = {"a": {"type": ["string", "null"]}, "b": {"type": "string"}}
    types = Types({"Fields": {"properties": fields, "required": needed}})
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Fields"}}}
    assert [each.name for each in Arguments(types).of(operation(requestBody={"content": content}))] == names


def test_styles() -> None:
    """Only what is another than the usual one of its place."""
    schema = {"type": "array", "items": {"type": "string"}}
    found = arguments(parameters=[
        {"name": "a", "in": "query", "schema": schema, "style": "form", "explode": True},
        {"name": "b", "in": "query", "schema": schema, "explode": False},
        {"name": "c", "in": "query", "schema": {"type": "object"}, "style": "deepObject", "explode": True},
        {"name": "d", "in": "header", "schema": schema, "explode": False},
        {"name": "e", "in": "query", "content": {"application/json": {"schema": {}}}},
        {"name": "f", "in": "cookie", "schema": schema, "style": "form", "explode": True},
    ])  # fmt: skip
    assert [(each.style, each.explode) for each in found] == [("", None), ("", False), ("deepObject", None), ("", None),
                                                              ("json", None), ("", None)]  # fmt: skip
