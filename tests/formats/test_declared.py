"""Proves that a variable is declared as far as a prompt file can, and that what it can't is told."""

from __future__ import annotations

from typing import Any

import pytest

from promptport.formats.declared import completed, schema_variables, variable
from promptport.formats.report import Report
from promptport.platform import Variable

pytestmark = pytest.mark.one_python("texts are read in the same way on all")


@pytest.mark.parametrize(
    ("kind", "settings", "made", "noted"),
    [
        ("string", {}, Variable("a", "string"), False),
        ("float", {"default": 1.5}, Variable("a", "number", False, 1.5), False),
        ("custom", {}, Variable("a"), False),
        ("string", {"optional": True}, Variable("a", "string", False, ""), False),
        ("integer", {"optional": True}, Variable("a", None, False, ""), True),
        ("integer", {"default": "x"}, Variable("a", None, False, "x"), True),
        (None, {"default": ["x"]}, Variable("a", "array", False, ["x"]), False),
        (None, {"enum": ["x", None]}, Variable("a", enum=["x"]), False),
        (None, {"enum": ["x"], "optional": True}, Variable("a", None, False, "", "", ["x", ""]), False),
        (None, {"enum": ["x"], "default": "y"}, Variable("a", None, False, "y"), True),
    ],
)
def test_variable(kind: str | None, settings: Any, made: Variable, noted: bool) -> None:
    report = Report("a")
    assert variable(report, 3, "a", kind, **settings) == made
    assert [each.line for each in report.notes] == [3] * noted


def test_a_name_that_is_none() -> None:
    report = Report("a")
    assert variable(report, 3, "a b") is None
    assert report.problems[0].line == 3


def test_schema() -> None:
    schema = {
        "properties": {"a": {"type": ["string", "null"], "description": "A."}, "b": {"enum": [1, 2]}, "c": {}},
        "required": ["a", "b"],
    }
    found = schema_variables(Report("a"), schema, {"c": 1}, lambda name: 1)
    assert found == [
        Variable("a", "string", description="A."),
        Variable("b", enum=[1, 2]),
        Variable("c", None, False, 1),
    ]


def test_completed() -> None:
    """What only the text names is declared besides; what is in an object is declared with it."""
    assert completed([], ["a"]) is None
    assert completed([Variable("a", "string")], ["a", "b", "b"]) == (Variable("a", "string"), Variable("b"))
    assert completed([Variable("user", "object")], ["user.name"]) == (Variable("user", "object"),)
