"""Proves how an operation is told to the sender, and where a walk over pages begins."""

from __future__ import annotations

from typing import Any

import pytest
from generator.answers import Answers
from generator.arguments import Argument, Arguments
from generator.operations import page, values
from generator.python_types import Types

pytestmark = pytest.mark.one_python("what is generated is the same on all")


TYPES = Types({"Part": {"properties": {"a": {}}}})


def made(about: dict[str, Any], arguments: list[Argument]) -> str:
    """The operation as code, on one line."""
    return values(about, arguments, TYPES, Answers(TYPES, "")).replace("\n    ", " ")


def operation(*parameters: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "operationId": "do", "method": "GET", "path": "/a", "security": [{"key": []}], "servers": [{"url": "https://h"}],
        "x-repeatable": True, "responses": {"204": {}},
        "parameters": [each | {"in": "query", "schema": {}} for each in parameters], **more,
    }  # fmt: skip


def test_values() -> None:
    """Literals, all of them."""
    about = operation(
        {"name": "q'"}, responses={"200": {"content": {"a/b": {}}}}, **{"x-stream": {"events": {}, "ends": ["a'b"]}}
    )
    assert made(about, Arguments(TYPES).of(about | {"parameters": []})) == (
        "'do', 'GET', '/a', 'https://h', security=('key', ), repeatable=True, accept='a/b', ends=frozenset([\"a'b\"])"
    )


def test_what_only_some_operations_say() -> None:
    """Schemes that belong together, a body that may be left out, successes that differ."""
    body = {"content": {"application/json": {"schema": {"type": "object"}}}}
    other = {"content": {"application/json": {"schema": {"type": "array", "items": {"type": "string"}}}}}
    about = operation(security=[{"a": [], "b": []}, {}], requestBody=body, responses={"200": body, "202": other})
    found = made(about, [])
    assert "security=('a', 'b', ), alternatives=(('a', 'b'), ()), repeatable" in found
    assert found.endswith("content='application/json', optional=True, by_status=True")


@pytest.mark.parametrize(("more", "match"), [
    ({"x-repeatable": "maybe"}, "'maybe' is no x-repeatable: write true or false or answered"),
    ({"x-stream": {"ends": "done"}}, "'done' are no ends of an x-stream"),
])  # fmt: skip
def test_values_that_are_refused(more: Any, match: str) -> None:
    with pytest.raises(ValueError, match=match):
        made(operation(responses={"204": {}}, **more), [])


def test_pages() -> None:
    """By the name in Python; names that the walk needs itself are refused."""
    about = operation({"name": "page[number]", "x-page": True, "x-python-name": "start"})
    assert page(about, Arguments(Types({})).of(about)).name == "start"
    about = operation({"name": "page", "x-page": True}, {"name": "number"})
    with pytest.raises(ValueError, match="give number an x-python-name"):
        page(about, Arguments(Types({})).of(about))
    about = operation({"name": "page"})
    with pytest.raises(ValueError, match="x-page is for a parameter of the query"):
        page(about, Arguments(Types({})).of(about))
