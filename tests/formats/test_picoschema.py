"""Proves what becomes of Picoschema."""

from __future__ import annotations

import pytest

from promptport.formats.picoschema import is_json_schema, pico_variables
from promptport.formats.report import Report
from promptport.formats.yaml_head import Head
from promptport.platform import Variable

pytestmark = pytest.mark.one_python("texts are read in the same way on all")

HEAD = Head({}, {("input", "schema", "a"): 4}, "", 9)


def test_variables() -> None:
    schema = {
        "a": "string, who, and why", "b?": "number", "c(enum, what)": ["x", "y"], "d?(enum)": ["x"], "e": "any", "f": "string",
    }  # fmt: skip
    found, whole = pico_variables(Report("a"), schema, {"f": "z"}, HEAD)
    assert found == [
        Variable("a", "string", description="who, and why"),
        Variable("b", None, False, ""),
        Variable("c", enum=["x", "y"], description="what"),
        Variable("d", None, False, "", "", ["x", ""]),
        Variable("e"),
        Variable("f", "string", False, "z"),
    ]
    assert whole


@pytest.mark.parametrize(
    "schema", [{"a(array)": "string"}, {"a(object, it)": {"b": "string"}}, {"a": {"b": "string"}}, {"(*)": "any"}]
)
def test_what_is_more(schema: object) -> None:
    """What variables can't say is told to be kept elsewhere."""
    assert isinstance(schema, dict)
    _, whole = pico_variables(Report("a"), schema, {}, HEAD)
    assert not whole


def test_wrong() -> None:
    report = Report("a")
    pico_variables(report, {"a(list)": "string", "b(enum)": "x", "c": "Named"}, {}, HEAD)
    assert len(report.problems) == 2
    assert len(report.notes) == 1


def test_json_schema() -> None:
    assert is_json_schema({"type": "object"})
    assert is_json_schema({"properties": {}})
    assert not is_json_schema({"type": "the type of it"})
    assert not is_json_schema("string")
