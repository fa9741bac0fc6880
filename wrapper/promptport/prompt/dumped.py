"""The libraries' own objects in the terms of JSON."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, ValuesView
from datetime import date, time
from decimal import Decimal
from enum import Enum
from math import isfinite
from typing import Any
from uuid import UUID

from ..errors import ArgumentError
from .values import written

_VENDORS = ("openai", "anthropic")


def plain(value: Any, where: str) -> Any:
    """A value in the terms of JSON; what is already so stays the object that it is.

    Args:
        value: Of a message, or of what is in one.
        where: Where it stands, for errors.

    Raises:
        ArgumentError: There is no such form of it.
    """
    if isinstance(value, str) or value is None:
        return value
    if isinstance(value, Enum):
        return plain(value.value, where)
    if isinstance(value, float) and not isfinite(value):
        raise ArgumentError(f"{where} holds {value}, which JSON, and so a message, has no word for.")
    if isinstance(value, int | float | os.PathLike) or hasattr(value, "read"):  # Anthropic's library reads files
        return value
    if isinstance(value, bytes | bytearray | memoryview):
        raise ArgumentError(f"{where} holds bytes, which no message can: write them in base64.")
    if isinstance(value, date | time | Decimal | UUID):
        return written(value)
    found = dumped(value)
    if found is not None:
        return found
    if (
        isinstance(value, Mapping)
        and (odd := next((each for each in value if not isinstance(each, str)), None)) is not None
    ):
        raise ArgumentError(
            f"{where} has a key that is {type(odd).__name__}: in JSON, and so in a message, keys are texts."
        )
    if isinstance(value, dict):
        made = {name: plain(each, where) for name, each in value.items()}
        return value if all(made[name] is each for name, each in value.items()) else made
    if isinstance(value, list | tuple):
        items = [plain(each, where) for each in value]
        return value if all(new is old for new, old in zip(items, value, strict=True)) else items
    if isinstance(value, Mapping):
        return {name: plain(each, where) for name, each in value.items()}
    if isinstance(value, Iterator | ValuesView):
        return [plain(each, where) for each in value]
    if not _of_vendor(value):  # these have signs for what is left out
        raise ArgumentError(f"{where} holds {type(value).__name__}, which JSON, and so a message, has no word for.")
    return value


def dumped(value: Any) -> dict[str, Any] | None:
    """What is sent for an object of pydantic's; None where it is none.

    Of the libraries of OpenAI and Anthropic that is what was set of it, as these do. Other objects may have their `role` or
    `type` by default, which must not be lost: of them it is all but None.

    Args:
        value: Any object.
    """
    dump = getattr(value, "model_dump", None)
    if not callable(dump) or isinstance(value, type):
        return None
    if vendor := _of_vendor(value):
        hidden = getattr(value, "__api_exclude__", None)
        found = dump(mode="json", exclude_unset=True, exclude=hidden, by_alias=vendor == "anthropic")
    else:
        found = dump(mode="json", exclude_none=True)
    return found if isinstance(found, dict) else None


def _of_vendor(value: Any) -> str | None:
    """Which of the libraries it is an object of."""
    names = (each.__module__.partition(".")[0] for each in type(value).__mro__)
    return next((each for each in names if each in _VENDORS), None)
