"""Proves how an operation is told to the sender, and where a walk over pages begins."""

from __future__ import annotations

from typing import Any

import pytest
from arguments import Arguments
from operations import page, values
from python_types import Types

pytestmark = pytest.mark.one_python("what is generated is the same on all")


def operation(*parameters: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "operationId": "do", "method": "GET", "path": "/a", "security": [{"key": []}], "servers": [{"url": "https://h"}],
        "x-repeatable": True, "parameters": [each | {"in": "query", "schema": {}} for each in parameters], **more,
    }  # fmt: skip


def test_values() -> None:
    """Literals, all of them."""
    about = operation({"name": "q'"}, **{"x-stream": {"ends": ["a'b"]}})
    assert values(about, Arguments(Types({})).of(about | {"parameters": []}), "a/b").replace("\n    ", " ") == (
        "'do', 'GET', '/a', 'https://h', security=('key', ), repeatable=True, accept='a/b', ends=frozenset([\"a'b\"])"
    )


@pytest.mark.parametrize(("more", "match"), [
    ({"x-repeatable": "maybe"}, "'maybe' is no x-repeatable: write true or false"),
    ({"x-stream": {"ends": "done"}}, "'done' are no ends of an x-stream"),
])  # fmt: skip
def test_values_that_are_refused(more: Any, match: str) -> None:
    with pytest.raises(ValueError, match=match):
        values(operation(**more), [], "a/b")


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
