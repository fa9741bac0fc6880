"""Proves which forms a method has whose media types the caller chooses."""

from __future__ import annotations

from typing import Any

import pytest
from generator.arguments import Arguments, signature
from generator.overloads import accepting, forms
from generator.python_types import Types
from generator.quoting import Code, code

pytestmark = pytest.mark.one_python("what is generated is the same on all")

TYPES = Types({"New": {"required": ["a"], "properties": {"a": {"type": "string"}}}})
NEW = {"schema": {"$ref": "#/components/schemas/New"}}
JSON, XML, CSV = "application/json", "application/xml", "text/csv"
ANSWERS = {JSON: code("models.Thing"), XML: code("str"), CSV: code("str")}


def arguments(sent: list[str], asked: list[str], method: str = "POST") -> Any:
    """The arguments of an operation whose body, and whose answer, have some media types."""
    body = {"requestBody": {"required": True, "content": dict.fromkeys(sent, NEW)}} if sent else {}
    responses: dict[str, Any] = {"200": {"content": {each: {} for each in asked}}}
    return Arguments(TYPES).of({"operationId": "a", "method": method, "parameters": [], "responses": responses, **body})


def shown(given: Any, answers: dict[str, Code]) -> list[str]:
    return [f"{signature(each.arguments)} -> {each.returns}" for each in forms(given, answers)]


def test_one_form() -> None:
    """Where nothing is chosen, or whatever is chosen has the same arguments and the same type."""
    assert shown(arguments([JSON], [JSON]), {JSON: code("models.Thing")}) == []
    assert shown(arguments([], [XML, CSV]), {XML: code("str"), CSV: code("str")}) == []


def test_answers_of_different_types() -> None:
    """A form a type; the usual one is that of who chooses nothing."""
    assert shown(arguments([], [JSON, XML, CSV]), ANSWERS) == [
        f"*, accept: Literal['{JSON}'] = '{JSON}' -> models.Thing", f"*, accept: Literal['{XML}', '{CSV}'] -> str",
    ]  # fmt: skip


def test_fields_or_a_body_that_is_written() -> None:
    found = arguments([JSON, XML], [JSON])
    assert shown(found, {JSON: code("None")}) == [
        f"*, a: str, content_type: Literal['{JSON}'] = '{JSON}' -> None",
        f"*, body: str | Content, content_type: Literal['{XML}'] -> None",
    ]
    assert signature(accepting(found)) == (
        f"*, a: str | None = None, body: str | Content | None = None, content_type: Literal['{JSON}', '{XML}'] = '{JSON}'"
    )


def test_both() -> None:
    """Each body with each answer."""
    assert len(shown(arguments([JSON, XML], [JSON, XML, CSV]), ANSWERS)) == 4


def test_changes() -> None:
    """A dict of fields that must be given stands in no form with a body."""
    found = arguments([JSON, XML], [JSON], "PATCH")
    assert shown(found, {JSON: code("None")})[0].endswith(", **fields: Unpack[models.New] -> None")
    assert signature(accepting(found)).endswith(", **fields: Any")


def test_arguments_without_choice_stay() -> None:
    found = arguments([JSON], [JSON])
    assert accepting(found) == found
