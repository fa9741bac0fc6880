"""Proves what a key of a dict that goes out becomes."""

from __future__ import annotations

from typing import Any

import pytest
from generator.keys import keys
from generator.python_types import Types

pytestmark = pytest.mark.one_python("what is generated is the same on all")


@pytest.mark.parametrize(("schema", "type_", "comment"), [
    ({"type": "string", "description": "Its  name."}, '"str"', "Its name."),
    ({"type": "array", "items": {}, "description": "type: ignore"}, '"Sequence[Any]"', "'type: ignore'"),
    ({"x-python-type": "str | None"}, '"str | None"', ""),
])  # fmt: skip
def test_keys(schema: Any, type_: str, comment: str) -> None:
    (found,) = keys(Types({"One": {"properties": {'a"b': schema}}}), "One")
    assert found == ("'a\"b'", type_, comment)


def test_required_keys() -> None:
    """In the contract's order."""
    found = keys(Types({"One": {"properties": {"a": {}, "b": {}}, "required": ["b"]}}), "One")
    assert [(each.name, each.type) for each in found] == [("'a'", '"Any"'), ("'b'", '"Required[Any]"')]
