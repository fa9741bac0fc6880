"""What is wrong with a query or a body, in the words of the library that Langfuse judges it with: a list of issues."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from promptport_local.langfuse.state import Json
from promptport_local.schemas import Problem

_CODES = {
    "required": ("invalid_type", ""),
    "type": ("invalid_type", "expected"),
    "enum": ("invalid_value", "values"),
    "const": ("invalid_value", "values"),
    "minimum": ("too_small", "minimum"),
    "minLength": ("too_small", "minimum"),
    "maximum": ("too_big", "maximum"),
    "maxLength": ("too_big", "maximum"),
    "pattern": ("invalid_format", "pattern"),
}


def issue(code: str, path: Iterable[Any], message: str, **facts: Any) -> Json:
    """One issue.

    Args:
        code: What kind it is of.
        path: The way to what is wrong.
        message: What is wrong, in words.
        facts: What else its kind tells.
    """
    return {"code": code, **facts, "path": list(path), "message": message}


def issues_of(problems: Iterable[Problem]) -> list[Json]:
    """Problems as issues; where something stands in the query or the body, their own names are no part of the way."""
    return [_issue(each) for each in problems]


def _issue(problem: Problem) -> Json:
    code, fact = _CODES.get(problem.rule, ("custom", ""))
    expected = [problem.expected] if problem.rule == "const" else problem.expected
    path = problem.where[1:] if problem.where[:1] in (("query",), ("body",), ("path",)) else problem.where
    return issue(code, path, f"Invalid input: {problem.text}", **({fact: expected} if fact else {}))
