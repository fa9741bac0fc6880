"""What callers may write and the wire has not: names in snake_case, `input` in place of `variables`, empty filters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..errors import ArgumentError
from ..model import Request


def in_camel_case(operation: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """Fields by the names of the wire: `target_model` as `targetModel`. Those that are so already stay.

    Raises:
        ArgumentError: A field is given in both spellings.
    """
    fields: dict[str, Any] = {}
    for name, value in given.items():
        first, *others = name.split("_")
        wire = first + "".join(part[:1].upper() + part[1:] for part in others)
        if wire in fields:
            raise ArgumentError(f"{operation}: `{wire}` is given twice, the other time as `{name}`.")
        fields[wire] = value
    return fields


def with_variables(operation: str, observation: Any) -> Any:
    """An observation whose `input`, the old name of a single variable, stands among its `variables`.

    Raises:
        ArgumentError: It has both.
    """
    if not isinstance(observation, Mapping) or "input" not in observation:
        return observation
    fields = {name: value for name, value in observation.items() if name != "input"}
    if observation["input"] is None:
        return fields
    if "variables" in fields:
        raise ArgumentError(f"{operation}: an observation has `variables` or `input`, not both.")
    return {**fields, "variables": {"input": observation["input"]}}


def all_with_variables(operation: str, observations: Any) -> Any:
    """Observations, each as `with_variables` has it; what is no list of them is left to the checks that follow."""
    if isinstance(observations, str | bytes | Mapping) or not isinstance(observations, Iterable):
        return observations
    try:
        several = list(observations)
    except Exception as error:  # what yields them is the application's
        raise ArgumentError(f"{operation}: `observations` can't be read: {type(error).__name__}.") from error
    return [with_variables(operation, each) for each in several]


def without_empty_filters(request: Request) -> Request:
    """The same request without texts of the query that are empty: to Promptic's own client they are no filters."""
    queried = {each.name for each in request.operation.parameters if each.place == "query"}
    kept = {name: None if name in queried and value == "" else value for name, value in request.arguments.items()}
    return request._replace(arguments=kept)
