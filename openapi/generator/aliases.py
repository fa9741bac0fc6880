"""The names of types that are made of themselves through no class."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from . import recursion
from .python_types import Types
from .quoting import Code, class_identifier, code, literal


class Alias(NamedTuple):
    """The name of a type that is made of itself, what it stands for as a literal, and what reads it; empty where nothing must."""

    name: Code
    type: Code
    reader: Code


def aliases(types: Types, used: Collection[str], sent: Collection[str]) -> list[Alias]:
    """The names of a contract's types that are made of themselves.

    Args:
        types: The schemas of the contract.
        used: The schemas that requests or answers are made of.
        sent: The schemas that requests are made of.
    """
    return [
        Alias(class_identifier(name), literal(str(alias(types, name, name in sent))),
              code("") if name in sent else alias_reader(types, name))
        for name in sorted(used)
        if not types.is_model(name) and recursion.recurs(types, name, name in sent)
    ]  # fmt: skip


def alias(types: Types, name: str, sent: bool) -> Code:
    """What the name of a schema that is made of itself stands for."""
    return types.written_out(types.schemas[name], sent)


def alias_reader(types: Types, name: str) -> Code:
    """The expression of a function that reads a schema that is made of itself; empty where it is taken as it is."""
    return types.reader_of(types.schemas[name], False) if recursion.reads(types, name) else code("")
