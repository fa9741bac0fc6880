"""Schemas that are made of themselves through no class, as JSON values and trees of lists are: an alias names each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .python_types import Types


def recurs(types: Types, name: str, sent: bool) -> bool:
    """Whether a schema is made of itself, so that its type has a name, and is read by a function of its own.

    Where dates come, it isn't: these are made of texts when they are asked for, and so of what one value holds.

    Args:
        types: The schemas of the contract.
        name: The name of one.
        sent: Whether it is sent.
    """
    inside = within(types, name)
    return name in inside and (sent or types.as_dicts or not any(_timed(types, each) for each in {name, *inside}))


def reads(types: Types, name: str) -> bool:
    """Whether models are in such a schema, which must be made of what comes."""
    return any(types.is_model(each) and each not in types.dicts for each in within(types, name))


def within(types: Types, name: str) -> set[str]:
    """The names of the schemas that one is made of, down to classes and to types that are given.

    Raises:
        ValueError: A reference leads nowhere.
    """
    found: set[str] = set()
    queue = [name]
    while queue:
        schema = types.schemas[queue.pop()]
        for each in () if "x-python-type" in schema else _named(types, schema):
            if each not in found:
                found.add(each)
                queue += [] if types.is_model(each) else [each]
    return found


def _named(types: Types, node: Any) -> set[str]:
    if isinstance(node, list):
        return set[str]().union(*(_named(types, each) for each in node))
    if not isinstance(node, dict) or "x-python-type" in node:
        return set()
    named = {types.name(node["$ref"])} if "$ref" in node else set[str]()
    return named.union(*(_named(types, node.get(key)) for key in ("items", "additionalProperties", "anyOf", "oneOf")))


def _timed(types: Types, name: str) -> bool:
    return not types.is_model(name) and _has_time(types.schemas[name])


def _has_time(node: Any) -> bool:
    if isinstance(node, list):
        return any(_has_time(each) for each in node)
    return isinstance(node, dict) and (
        node.get("format") == "date-time"
        or any(_has_time(node.get(key)) for key in ("items", "additionalProperties", "anyOf", "oneOf"))
    )
