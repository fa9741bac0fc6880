"""An operation as data: what generated modules hand to the sender, and where a walk over pages begins."""

from __future__ import annotations

from . import security
from .answers import Answers
from .arguments import Argument, path
from .bodies import body_of
from .choices import besides, choices
from .contract import Json
from .history import history_of
from .links import path_of
from .places import Refusal
from .python_types import Types
from .quoting import Code, code, joined, literal, short


def values(operation: Json, arguments: list[Argument], types: Types, answers: Answers) -> Code:
    """The operation as the arguments of an `Operation`, one a line.

    Args:
        operation: The operation.
        arguments: What its method takes.
        types: The schemas of the contract.
        answers: The answers of its operations.

    Raises:
        ValueError: An extension has a value that it can't have.
    """
    if not isinstance(operation["x-repeatable"], bool) and operation["x-repeatable"] != "answered":
        what = f"{short(operation['x-repeatable'])} is no x-repeatable: write true or false or answered"
        raise Refusal(what, ("x-repeatable",))
    asked = choices(operation)
    alternatives = security.alternatives(operation)
    parts = [
        literal(operation["operationId"]),
        literal(operation["method"]),
        literal(path(operation, arguments)),
        literal(operation["servers"][0]["url"]),
        code("security=({})", joined("", (code("{}, ", literal(each)) for each in security.names(operation)))),
        code("repeatable={}", literal(operation["x-repeatable"])),
        code("accept={}", literal(answers.accept(operation) if len(asked) == 1 else ", ".join(besides(operation)))),
    ]
    if alternatives:
        parts.insert(5, code("alternatives={}", alternatives))
    body = body_of(types, operation) if "requestBody" in operation else None
    if body:
        parts.append(code("content={}", literal(body.types[0])))
    if arguments:
        parts.append(code("parameters=({},)", joined(", ", (each.entry for each in arguments))))
    ends = operation.get("x-stream", {}).get("ends", [])
    if not isinstance(ends, list) or not all(isinstance(each, str) for each in ends):
        what = f"{short(ends)} are no ends of an x-stream: write a list of the names of events"
        raise Refusal(what, ("x-stream", "ends"))
    if ends:
        parts.append(code("ends=frozenset({})", literal(ends)))
    if body and body.optional:
        parts.append(code("optional=True"))
    if any(answers.others(each.operation) for each in asked):
        parts.append(code("by_status=True"))
    if operation.get("x-redirects"):
        parts.append(code("redirects=True"))
    if history := _history(operation, arguments):
        parts.append(code("history={}", history))
    return joined(",\n    ", parts)


def _history(operation: Json, arguments: list[Argument]) -> Code:
    """What is said of the operation's history, and of that of its arguments; empty where there is none."""
    shown = {
        name: each.entry for argument in arguments if not argument.hidden for name, each in argument.histories.items()
    }
    known = joined(", ", (code("{}: {}", literal(str(name)), entry) for name, entry in shown.items() if entry))
    parts = [*history_of(operation).mark.parts, *([code("arguments={{{}}}", known)] if known else [])]
    if not parts:
        return code("")
    return code("History({})", joined(", ", [code("name={}", literal(path_of(operation))), *parts]))


def page(operation: Json, arguments: list[Argument]) -> Argument:
    """The argument that says where the method which goes through all pages begins.

    Raises:
        ValueError: The operation has none, or an argument has a name that this method needs.
    """
    found = [each["name"] for each in operation["parameters"] if each.get("x-page")]
    if len(found) > 1:
        paged = [f"{each['in']} {each['name']}" for each in operation["parameters"] if each.get("x-page")]
        raise Refusal("another parameter has x-page: a walk counts by one", ("parameters", paged[1], "x-page"))
    for each in arguments:
        if each.name in ("number", "walk", "walk_async"):
            what = f"give {each.name} an x-python-name, since the method that walks has that name already"
            raise Refusal(what, each.stands(operation))
    for each in arguments:
        if each.wire in found and each.place in ("query", "header") and not each.positional and not each.hidden:
            return each
    what = "x-page is for a parameter of the query, which callers give by name"
    paged = [f"{each['in']} {each['name']}" for each in operation["parameters"] if each.get("x-page")]
    raise Refusal(what, ("parameters", *paged[:1], "x-page"))
