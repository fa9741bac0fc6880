"""The forms of a method whose media types the caller chooses: which arguments, and which answer, belong together."""

from __future__ import annotations

from typing import NamedTuple

from .arguments import Argument, among, optional
from .quoting import Code, code


class Form(NamedTuple):
    """One form of a method: its arguments, and what it answers."""

    arguments: list[Argument]
    returns: Code


def forms(arguments: list[Argument], answers: dict[str, Code]) -> list[Form]:
    """The forms of a method, the usual one first; none where it has one alone.

    Args:
        arguments: What the method takes.
        answers: What it answers, by the media types that can be asked for, the usual one first.
    """
    found = []
    for some in _bodies(arguments):
        for returns in dict.fromkeys(answers.values()):
            names = tuple(name for name, each in answers.items() if each == returns)
            asking = [among(each, names) if each.place == "accept" else each for each in some]
            found.append(Form(asking, returns))
    return found if len(found) > 1 else []


def accepting(arguments: list[Argument]) -> list[Argument]:
    """The arguments as what takes every form has them: fields and a body that was written stand in each other's place."""
    if written(arguments) is None:
        return arguments
    return [_loose(each) if each.place in ("body", "fields", "whole") else each for each in arguments]


def written(arguments: list[Argument]) -> Argument | None:
    """The body that a caller has written, beside fields that are arguments; None where there is none."""
    return next((each for each in arguments if each.place == "whole" and each.names), None)


def _bodies(arguments: list[Argument]) -> list[list[Argument]]:
    """The arguments with a body of fields, and those with one that the caller has written."""
    raw = written(arguments)
    if raw is None:
        return [arguments]
    of_fields = tuple(each for argument in arguments if argument.place == "media" for each in argument.names
                      if each not in raw.names)  # fmt: skip
    return [
        [among(each, of_fields) if each.place == "media" else each for each in arguments if each is not raw],
        [
            among(each, raw.names) if each.place == "media" else each
            for each in arguments
            if each.place not in ("body", "fields")
        ],
    ]


def _loose(argument: Argument) -> Argument:
    return argument._replace(annotation=code("Any")) if argument.spread else optional(argument)
