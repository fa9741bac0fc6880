"""An operation as data: what generated modules hand to the sender, and where a walk over pages begins."""

from __future__ import annotations

from arguments import Argument, body, path
from contract import Json
from quoting import Code, code, joined, literal, short


def values(operation: Json, arguments: list[Argument], accept: str) -> Code:
    """The operation as the arguments of an `Operation`, one a line.

    Args:
        operation: The operation.
        arguments: What its method takes.
        accept: The media type of its answer.

    Raises:
        ValueError: An extension has a value that it can't have.
    """
    if not isinstance(operation["x-repeatable"], bool):
        raise ValueError(f"{short(operation['x-repeatable'])} is no x-repeatable: write true or false")
    schemes = [scheme for each in operation["security"] for scheme in each]
    parts = [
        literal(operation["operationId"]),
        literal(operation["method"]),
        literal(path(operation, arguments)),
        literal(operation["servers"][0]["url"]),
        code("security=({})", joined("", (code("{}, ", literal(each)) for each in schemes))),
        code("repeatable={}", literal(operation["x-repeatable"])),
        code("accept={}", literal(accept)),
    ]
    if operation.get("requestBody"):
        parts.append(code("content={}", literal(body(operation)[0])))
    if arguments:
        parts.append(code("parameters=({},)", joined(", ", (each.entry for each in arguments))))
    ends = operation.get("x-stream", {}).get("ends", [])
    if not isinstance(ends, list) or not all(isinstance(each, str) for each in ends):
        raise ValueError(f"{short(ends)} are no ends of an x-stream: write a list of the names of events")
    if ends:
        parts.append(code("ends=frozenset({})", literal(ends)))
    return joined(",\n    ", parts)


def page(operation: Json, arguments: list[Argument]) -> Argument:
    """The argument that says where the method which goes through all pages begins.

    Raises:
        ValueError: The operation has none, or an argument has a name that this method needs.
    """
    found = [each["name"] for each in operation["parameters"] if each.get("x-page")]
    if taken := sorted({"number", "walk", "walk_async"} & {each.name for each in arguments}):
        raise ValueError(f"give {', '.join(taken)} an x-python-name, since the method that walks has that name already")
    for each in arguments:
        if each.wire in found and each.place in ("query", "header") and not each.positional and not each.hidden:
            return each
    raise ValueError("x-page is for a parameter of the query, which callers give by name")
