"""The schemas of one contract, as judges: what is wrong with a value, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import jsonschema
from jsonschema import validators
from jsonschema.protocols import Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

Json = dict[str, Any]
Place = tuple[str | int, ...]

_CONTRACT = "urn:promptport:contract"


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with a request or an answer.

    Attributes:
        rule: The rule that is broken: a keyword of JSON Schema (`required`, `type`, `enum`, …), or `json` where a text
            is not JSON, `media` where it is of a kind that the operation does not take.
        where: The path to it, such as `("body", "slug")`.
        text: What is wrong, in words.
        value: The value that is wrong; for `required` the object that lacks something.
        expected: What the rule asks for, as the schema states it.
    """

    rule: str
    where: Place
    text: str
    value: Any = None
    expected: Any = None


class Schemas:
    """Judges values by the schemas of one contract, wherever in the document they stand.

    Args:
        document: The resolved contract. Its schemas may refer to `#/components/schemas/…`.
    """

    def __init__(self, document: Json) -> None:
        resource = DRAFT202012.create_resource(document)
        self._registry: Registry[Any] = Registry().with_resource(_CONTRACT, resource)
        self._judges: dict[Place, Validator] = {}

    def problems(self, pointer: Place, value: Any, where: Place = ()) -> list[Problem]:
        """What is wrong with a value: at most one problem for each place, in the order of places; none if it is fine.

        Args:
            pointer: The path to the schema in the contract.
            value: The value to judge.
            where: The path to the value, put before the paths of the problems.
        """
        judge = self._judges.get(pointer)
        if judge is None:
            path = "/".join(quote(str(step).replace("~", "~0").replace("/", "~1"), safe="~") for step in pointer)
            judge = _Judge({"$ref": f"{_CONTRACT}#/{path}"}, registry=self._registry)
            self._judges[pointer] = judge
        return judged(judge, value, where)


def judged(judge: Validator, value: Any, where: Place = ()) -> list[Problem]:
    """What a judge finds wrong with a value: at most one problem for each place, in the order of places."""
    found: dict[Place, Problem] = {}
    for error in judge.iter_errors(value):
        for problem in _problems(error, where):
            known = found.get(problem.where)
            # A value of the wrong type breaks other rules too; the type is what its sender wants to hear.
            if known is None or problem.rule == "type":
                found[problem.where] = problem
    return [found[place] for place in sorted(found, key=lambda place: [str(step) for step in place])]


def judge_of(schema: Json) -> Validator:
    """A judge for a schema of our own, such as that of a prompt file."""
    judge: Validator = _Judge(schema)
    return judge


def _problems(error: Any, where: Place) -> Iterator[Problem]:
    rule, expected, value = str(error.validator), error.validator_value, error.instance
    place = (*where, *error.absolute_path)
    if rule == "required":
        for name in expected:
            if name not in value:
                yield Problem(rule, (*place, name), "is required", value, expected)
    else:
        yield Problem(rule, place, _words(rule, expected), value, expected)


def _words(rule: str, expected: Any) -> str:
    if rule == "type":
        return "must be " + " or ".join([expected] if isinstance(expected, str) else expected)
    if rule == "enum":
        return "must be one of " + ", ".join("null" if each is None else str(each) for each in expected)
    if rule in ("anyOf", "oneOf"):
        return "is of none of the kinds that are allowed"
    if rule in ("minLength", "minItems") and expected == 1:
        return "must not be empty"
    if rule == "minProperties":
        return f"must have {expected} fields or more"
    if rule in ("exclusiveMinimum", "maximum"):
        return f"must be {'above' if rule == 'exclusiveMinimum' else 'at most'} {expected}"
    if rule == "not":
        return "holds a value that is not known"
    if rule == "additionalProperties":
        return "holds a field that is not known"
    return f"breaks the rule {rule}: {expected!s:.100}"


def _pattern(_: Validator, pattern: str, value: Any, __: Json) -> Iterator[jsonschema.ValidationError]:
    """`pattern` as the standard means it: `$` is the end of the text, not the line end before it."""
    strict = re.sub(r"(?<!\\)\$$", r"\\Z", pattern)
    if isinstance(value, str) and not re.search(strict, value):
        yield jsonschema.ValidationError(f"must match {pattern}")


_extend: Any = validators.extend
_Judge = _extend(jsonschema.Draft202012Validator, {"pattern": _pattern})
