"""One method of a vendor's package beside the contract's: its parameters, its request, and what it reads of the answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.arguments import Argument
from openapi_python_client.strings import snake_case

from tools.vendors import expected
from tools.vendors.difference import (
    ANSWER,
    CHANGED,
    ENDED,
    ENVELOPE,
    FIELD,
    NEW,
    REQUEST,
    SIGNATURE,
    Difference,
)  # fmt: skip
from tools.vendors.expected import Expected
from tools.vendors.release import COLLECTING, Method, Parameter, Release, Request
from tools.vendors.set_aside import SetAside
from tools.vendors.values import new_values, values

OURS = ("accept", "media")  # arguments that only our methods have


class Compared(NamedTuple):
    """What a comparison goes by.

    Attributes:
        release: The release of the package.
        expected: The contract as of it.
        aside: Decides what is no difference.
        known: The names that our package of this platform has.
    """

    release: Release
    expected: Expected
    aside: SetAside
    known: frozenset[str]


class Methods:
    """Compares one method with the contract's.

    Args:
        by: What the comparison goes by.
        theirs: The package's method.
        ours: The contract's.
    """

    def __init__(self, by: Compared, theirs: Method, ours: expected.Method) -> None:
        self._by, self._theirs, self._ours, self._name = by, theirs, ours, ours.name
        self._parameters = {each.name: each for each in theirs.parameters if each.kind not in COLLECTING}
        self._open = any(each.kind == "VAR_KEYWORD" for each in theirs.parameters)
        self._arguments = {name: each for name, each in ours.given.items() if each.place not in OURS}

    def differences(self) -> Iterator[Difference]:
        """What differs."""
        if not self._by.aside.beside(f"{self._name}()"):
            yield from self._signature()
        yield from self._request()
        yield from self._answer()
        yield from self._envelope()

    def _signature(self) -> Iterator[Difference]:
        fields = {name for each in self._ours.arguments if each.spread for name in each.names}
        for name, parameter in self._parameters.items():
            if name in self._arguments:
                yield from self._parameter(parameter, self._arguments[name])
            elif not (self._ours.open and {name, *map(snake_case, fields)} & fields) and not self._aside(name):
                typed = f" ({parameter.type})" if parameter.type else ""
                must = ", which must be given" if parameter.required else ""
                yield Difference(NEW, SIGNATURE, self._name, f"takes {name}{typed}{must}", name)
        for name in self._arguments:
            if name not in self._parameters and not self._open and not self._aside(name):
                yield Difference(ENDED, SIGNATURE, self._name, f"takes no {name} any more", name)
        if self._open and not self._ours.open and self._arguments.keys() <= self._parameters.keys():
            yield Difference(CHANGED, SIGNATURE, self._name, "takes arguments of any name", "**")
        both = self._parameters.keys() & self._arguments.keys()
        orders = (
            [each.name for each in self._parameters.values() if each.positional and each.name in both],
            [name for name, each in self._arguments.items() if each.positional and name in both],
        )
        if orders[0] != orders[1] and {*orders[0]} == {*orders[1]}:
            yield Difference(CHANGED, SIGNATURE, self._name, f"takes by position {', '.join(orders[0])}, in this order")

    def _parameter(self, theirs: Parameter, ours: Argument) -> Iterator[Difference]:
        needed = ours.default is None
        name, found = theirs.name, []
        if theirs.required != needed:
            found.append(f"{name} {'must be given' if theirs.required else 'may be left out'}")
        elif not needed and not _same_default(theirs.default, str(ours.default)):
            found.append(f"{name} is {theirs.default} where it is not given; the contract has {ours.default}")
        if theirs.positional != ours.positional:
            found.append(f"{name} {'may' if theirs.positional else 'can not'} be given by position")
        if found and not self._aside(name):
            yield from (Difference(CHANGED, SIGNATURE, self._name, each, name) for each in found)
        schema = self._by.expected.argument(self._ours, ours)
        for kind, value in new_values(values(theirs.type, self._by.release), schema, self._by.expected.schemas):
            what = f"{name} may be {value}" if kind == NEW else f"{name} may be {value} no more"
            yield Difference(kind, SIGNATURE, self._name, what, f"{name}={value}")

    def _aside(self, name: str) -> bool:
        key = f"{self._name}({name})"
        return self._by.aside.beside(key) or self._by.aside.left_out(key)

    def _request(self) -> Iterator[Difference]:
        wanted = f"{self._ours.operation['method']} {self._ours.operation['path']}"
        if not self._theirs.requests:
            why = self._theirs.raised or "it was called, and sent nothing"
            yield Difference(CHANGED, REQUEST, self._name, f"was not seen to send {wanted} ({why}): look yourself")
            return
        fitting = [
            each
            for each in self._theirs.requests
            if each.verb == self._ours.operation["method"] and _fits(each.shape, self._ours.path)
        ]
        if not fitting:
            sent = ", ".join(f"{each.verb} {each.path}" for each in self._theirs.requests)
            yield Difference(CHANGED, REQUEST, self._name, f"is sent as {sent}; the contract has {wanted}")
            return
        yield from self._keys("query", {*fitting[0].query}, self._ours.sent("query"))
        yield from self._body(fitting[0])

    def _body(self, sent: Request) -> Iterator[Difference]:
        fields = self._ours.sent("body")
        if self._ours.whole:
            return
        if sent.whole is not None:
            if fields:
                yield Difference(CHANGED, REQUEST, self._name, "sends a body that is no object")
            return
        yield from self._keys("body", {*(sent.body or {})}, fields)

    def _keys(self, place: str, sent: set[str], expected: set[str]) -> Iterator[Difference]:
        """The keys of a query or a body. One that an argument explains which came or went is told with that."""
        if self._open or self._ours.open:
            return
        come = self._parameters.keys() - self._arguments.keys()
        removed = self._arguments.keys() - self._parameters.keys()
        wire = {each.wire: str(each.name) for each in self._ours.arguments}
        for key in sorted(sent - expected):
            if not {key, snake_case(key)} & come and not self._aside(key):
                yield Difference(NEW, REQUEST, self._name, f"sends {key} in its {place}", key)
        for key in sorted(expected - sent):
            if wire.get(key) not in removed and not self._aside(wire.get(key, key)):
                yield Difference(ENDED, REQUEST, self._name, f"sends no {key} in its {place} any more", key)

    def _answer(self) -> Iterator[Difference]:
        """The type that it is annotated with, beside the schema of the answer."""
        schema = self._by.expected.answer(self._ours.operation)
        if schema is None or not self._theirs.returns:
            return
        named = {*re.findall(r"[A-Za-z_]\w*", self._theirs.returns)}
        contracted = self._by.expected.names(schema)
        for name in sorted(named & self._by.release.types.keys()):
            if name in contracted or (name in self._by.known and name not in self._by.expected.schemas):
                continue
            if self._by.release.types[name].fields is not None and not self._by.aside.left_out(f"{self._name}()"):
                was = ", ".join(sorted(contracted)) or "no such type"
                yield Difference(
                    CHANGED, ANSWER, self._name, f"answers {self._theirs.returns}; the contract has {was}", name
                )

    def _envelope(self) -> Iterator[Difference]:
        """The keys that it reads around what it answers, and those that it reads of a type."""
        schema = self._by.expected.answer(self._ours.operation)
        if schema is None:
            return
        unknown: dict[str, str] = {}
        for path in self._theirs.read:
            if any(path.startswith(f"{other}.") for other in unknown):
                continue  # what stands below a key that is unknown is too
            missing, owner = self._missing([schema], path.split("."))
            if not missing:
                continue
            unknown[path] = owner
            if owner:
                yield from self._key_of_type(owner, missing)
            elif not self._aside(path):
                what = f"reads {path} of the answer, which the contract's has not"
                yield Difference(CHANGED, ENVELOPE, self._name, what, path)

    def _missing(self, schemas: list[object], path: list[str]) -> tuple[str, str]:
        """The first key of a path that is not in an answer, and the package's type that it is a key of; empty where all are."""
        owner = ""
        for key in path:
            if key == "*":
                return "", ""
            names = {name for each in schemas for name in self._by.expected.references(each)}
            types = sorted(names & self._by.release.types.keys())
            owner = types[0] if types else owner if key == "[]" else ""
            below = [inner for each in schemas for inner in self._by.expected.inner(each, key)]
            if not below:
                return key, owner
            schemas = below
        return "", ""

    def _key_of_type(self, name: str, key: str) -> Iterator[Difference]:
        """A key on the wire that a type is read from; one that is a new field is told as that."""
        fields = self._by.release.types[name].fields or {}
        spelt = {
            each for wire, one in self._by.expected.fields(name).items() for each in self._by.expected.spelt(wire, one)
        }
        if key != "[]" and not (key in fields and key not in spelt) and not self._by.aside.beside(f"{name}.{key}"):
            yield Difference(NEW, FIELD, name, f"is read from the key {key}", key)


def _fits(path: str, template: str) -> bool:
    """Whether a path is one of a template's."""
    parts, wanted = path.split("/"), template.split("/")
    return len(parts) == len(wanted) and all(
        part == each or ("{}" in each and part) for part, each in zip(parts, wanted, strict=True)
    )


def _same_default(theirs: str, ours: str) -> bool:
    """Whether two defaults mean the same: what is empty or off is sent as little as what is None."""
    empty = ("None", "False", "''", '""', "[]", "{}", "()")
    return theirs.replace('"', "'") == ours.replace('"', "'") or (theirs in empty and ours in empty)
