"""Experiments that select tools: what callers may write, and where such an experiment does not belong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..errors import ArgumentError
from ..model import Request

OPERATION = "create_tool_selection_experiment"
KIND = "toolSelection"
# Where a kind stands, by operation: the argument, and the field in it.
KINDS = {
    "create_evaluators": ("evaluators", "type"),
    "create_experiment": ("task_type", "taskType"),
    "update_evaluator": ("fields", "type"),
    "update_experiment": ("fields", "taskType"),
}


def tools_of(tools: Any) -> Any:
    """Tools by the names of the wire; what is no list of dicts is left to the checks that follow."""
    return _each("tools", tools, _tool)


def cases_of(test_cases: Any) -> Any:
    """Questions with their tools by the names of the wire.

    Raises:
        ArgumentError: One has no tool. It is a ValueError.
    """
    return _each("test_cases", test_cases, _case)


def refuse_kind(request: Request) -> None:
    """Refuse a task or an evaluator of the kind that is not for callers to make: it comes with an operation of its own.

    Raises:
        ArgumentError: The request has one.
    """
    place, operation = KINDS.get(request.operation.id), request.operation.id
    if place is None:
        return
    name, field = place
    value = request.arguments.get(name)
    for each in value if isinstance(value, list | tuple) else [value]:
        if (each.get(field) if isinstance(each, Mapping) else each) == KIND:
            raise ArgumentError(f"{operation}: `{field}` can't be {KIND}: call {OPERATION}, which makes all of it.")


def _each(name: str, values: Any, change: Any) -> Any:
    if isinstance(values, str | bytes | Mapping) or not isinstance(values, Iterable):
        return values
    try:
        several = list(values)
    except Exception as error:  # what yields them is the application's
        raise ArgumentError(f"{OPERATION}: `{name}` can't be read: {type(error).__name__}.") from error
    return [change(each) if isinstance(each, Mapping) else each for each in several]


def _tool(tool: Mapping[str, Any]) -> dict[str, Any]:
    schema = tool.get("input_schema", tool.get("inputSchema"))
    known = {name: tool[name] for name in ("name", "description") if name in tool}
    return known if schema is None else {**known, "inputSchema": schema}


def _case(case: Mapping[str, Any]) -> dict[str, Any]:
    expected = case.get("expected_tool", case.get("expectedTool"))
    if expected is None:
        raise ArgumentError(
            f"{OPERATION}: each of `test_cases` needs `expected_tool`: the name of a tool, or `none` where no tool is right."
        )
    return {**({"query": case["query"]} if "query" in case else {}), "expectedTool": expected}
