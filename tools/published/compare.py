"""What differs between an operation of a contract and the one of a published document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from tools.published.document import Document, Operation
from tools.published.value import Value


class Difference(NamedTuple):
    """Something that a contract and a document don't say alike.

    Attributes:
        where: The operation of the contract, and the part of it: `prompts_list: query version`.
        what: What differs.
    """

    where: str
    what: str


class Comparison:
    """Compares the operations that two documents both have.

    Args:
        ours: The contract.
        theirs: The published document.
    """

    def __init__(self, ours: Document, theirs: Document) -> None:
        self._ours, self._theirs = ours, theirs

    def all(self) -> Iterator[Difference]:
        """Every difference, by the contract's order; what the document alone has is none, since a contract may be a part."""
        for key, one in self._ours.operations.items():
            other = self._theirs.operations.get(key)
            if other is None:
                yield Difference(one.name, f"the document has no {key}")
            else:
                yield from self._operation(one, other)

    def _operation(self, one: Operation, other: Operation) -> Iterator[Difference]:
        for name in dict.fromkeys((*one.parameters, *other.parameters)):
            where = f"{one.name}: {name}"
            mine, its = one.parameters.get(name), other.parameters.get(name)
            if mine is None or its is None:
                yield Difference(where, _alone(mine is not None))
                continue
            if bool(mine.get("required")) != bool(its.get("required")):
                yield Difference(
                    where, "must be given in " + ("the contract" if mine.get("required") else "the document")
                )
            # Whether a parameter may be null says nothing: it is given, or left out.
            yield from self._value(where, [mine.get("schema", {})], [its.get("schema", {})], frozenset(), nulls=False)
        for side, mine, its in (("body", one.bodies, other.bodies), ("answer", one.answers, other.answers)):
            for media in dict.fromkeys((*mine, *its)):
                where = f"{one.name}: {side}" if media == "application/json" else f"{one.name}: {side} {media}"
                if media in mine and media in its:
                    yield from self._value(where, [mine[media]], [its[media]], frozenset())
                else:
                    yield Difference(where, _alone(media in mine))

    def _value(
        self, where: str, mine: list[Any], its: list[Any], met: frozenset[Any], nulls: bool = True
    ) -> Iterator[Difference]:
        one, other = Value(mine, self._ours.schemas), Value(its, self._theirs.schemas)
        if (one.names, other.names) in met:
            return  # a schema that leads to itself
        within = met | {(one.names, other.names)} if one.names or other.names else met
        if one.kinds != other.kinds:
            yield Difference(where, f"is {_kinds(one)} in the contract, {_kinds(other)} in the document")
            listed = one.items if "array" in one.kinds else other.items
            if listed and one.kinds.isdisjoint(other.kinds) and not where.endswith("[]"):
                # One of them, or a list of them: what they are is compared all the same.
                yield from self._value(f"{where}[]", one.items or mine, other.items or its, met)
                return
        if nulls and one.nullable != other.nullable:
            yield Difference(where, "may be null in " + ("the contract" if one.nullable else "the document"))
        if one.values != other.values:
            yield Difference(where, f"is one of {_values(one)} in the contract, of {_values(other)} in the document")
        for name in dict.fromkeys((*one.fields, *other.fields)):
            inner = f"{where}.{name}"
            if name not in one.fields or name not in other.fields:
                yield Difference(inner, _alone(name in one.fields))
                continue
            if (name in one.required) != (name in other.required):
                yield Difference(
                    inner, "must be there in " + ("the contract" if name in one.required else "the document")
                )
            yield from self._value(inner, one.fields[name], other.fields[name], within)
        if one.items and other.items:
            yield from self._value(f"{where}[]", one.items, other.items, within)


def _alone(ours: bool) -> str:
    return "the contract alone has it" if ours else "the document alone has it"


def _kinds(value: Value) -> str:
    return " or ".join(sorted(value.kinds)) or "anything"


def _values(value: Value) -> str:
    return "any" if value.values is None else ", ".join(sorted(value.values))
