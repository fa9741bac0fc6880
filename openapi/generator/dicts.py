"""Answers that are plain dicts, as the vendor's own client has them: `x-answers: dicts`."""

from __future__ import annotations

from collections.abc import Collection

from .contract import Json
from .python_types import Types, reached

DICTS = "dicts"  # the one value of `x-answers`; without it, answers are objects


def is_secret(schema: Json) -> bool:
    """Whether a value is never shown."""
    return schema.get("format") == "password" or bool(schema.get("x-secret"))


def plain_dicts(schemas: Json, received: Collection[str]) -> frozenset[str]:
    """The names of those received schemas that are plain dicts: all but those that hold a secret, which objects hide.

    Args:
        schemas: The schemas of a contract.
        received: The names of those that answers are made of.

    Raises:
        ValueError: A reference leads nowhere.
    """
    types = Types(schemas)
    secret = {
        name
        for name in received
        if any(is_secret(types.resolve(each) | each) for each in schemas[name].get("properties", {}).values())
    }
    return frozenset(
        name for name in received if types.is_model(name) and secret.isdisjoint({name, *reached(types, schemas[name])})
    )
