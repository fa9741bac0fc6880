"""What a span records of values that JSON doesn't know: it must never fail, and never use up what it is shown."""

from __future__ import annotations

import json
import math
from collections import deque
from collections.abc import Iterable, Mapping, Set
from datetime import date, time
from decimal import Decimal
from enum import Enum
from itertools import islice
from os import PathLike, fspath
from typing import Any
from uuid import UUID

DEEPEST = 40  # levels of a value
MOST = 100_000  # values within one that has to be looked through
LONGEST = 10_000  # characters of a text that an object says of itself
WIDEST = 4_000  # bits of a whole number: Python writes no longer one in decimal
CUT = "…"


def text_of(value: object) -> str:
    """What an object says of itself, as long as it may be; the name of its class where it fails to."""
    try:
        found = str(value)
    except Exception:  # an object of the application's may raise anything
        return f"<{type(value).__name__}>"
    return found if len(found) <= LONGEST else found[:LONGEST] + CUT


def recorded(payload: Mapping[str, Any]) -> tuple[dict[str, Any], int]:
    """A span as JSON has it, and its bytes; nothing of it changes where it is JSON already."""
    try:
        size = len(json.dumps(payload, ensure_ascii=False, allow_nan=False).encode())
        if isinstance(payload, dict):
            return payload, size
    except Exception:  # it is none, or one of its values raises when it is looked at
        pass
    found = {str(name): Recorder().plain(value) for name, value in payload.items()}
    return found, len(json.dumps(found, ensure_ascii=False).encode())


class Recorder:
    """Makes one value into what JSON knows."""

    def __init__(self) -> None:
        self._count = 0

    def plain(self, value: Any, depth: int = 0) -> Any:
        """The value, or what it stands for, or the name of its class."""
        self._count += 1
        if depth > DEEPEST or self._count > MOST:  # it contains itself, or is without end
            return CUT
        try:
            return self._plain(value, depth)
        except Exception:  # an object of the application's may raise anything when it is asked what it is
            return f"<{type(value).__name__}>"

    def _plain(self, value: Any, depth: int) -> Any:
        if isinstance(value, Enum):
            return self.plain(value.value, depth + 1)
        if value is None or isinstance(value, bool):
            return value
        if isinstance(value, str):
            return str.__str__(value).encode("utf-8", "replace").decode()  # half of a surrogate pair can't be sent
        if isinstance(value, int):
            return int(value) if value.bit_length() <= WIDEST else f"<a number of {value.bit_length():,} bits>"
        if isinstance(value, float):
            return float(value) if math.isfinite(value) else str(float(value))
        if isinstance(value, Mapping):
            return {_key(name): self.plain(each, depth + 1) for name, each in islice(value.items(), MOST)}
        if isinstance(value, list | tuple | Set | deque | range):
            return self._listed(value, depth)
        return self._of_object(value, depth)

    def _listed(self, value: Iterable[Any], depth: int) -> list[Any]:
        return [self.plain(each, depth + 1) for each in islice(value, MOST)]

    def _of_object(self, value: Any, depth: int) -> Any:
        if isinstance(value, bytes | bytearray | memoryview):
            return f"<{memoryview(value).nbytes:,} bytes>"
        if isinstance(value, type):
            return f"<class {value.__name__}>"
        if isinstance(value, date | time):
            return value.isoformat()
        if isinstance(value, UUID | Decimal):
            return str(value)
        if isinstance(value, PathLike):
            return self.plain(fspath(value), depth + 1)
        if isinstance(value, BaseException):
            return f"{type(value).__name__}: {text_of(value)}"
        if hasattr(value, "dtype") and hasattr(value, "tolist"):  # as numpy's
            return self.plain(value.tolist(), depth + 1)
        if hasattr(value, "model_dump"):  # as pydantic's
            found = value.model_dump(mode="json")
            return (
                self.plain(found, depth + 1) if isinstance(found, Mapping | list | str) else f"<{type(value).__name__}>"
            )
        if hasattr(value, "__dataclass_fields__"):  # what its `repr` hides is not for others either
            shown = {each.name: getattr(value, each.name) for each in value.__dataclass_fields__.values() if each.repr}
            return self.plain(shown, depth + 1)
        return f"<{type(value).__name__}>"


def _key(name: Any) -> str:
    if isinstance(name, str):
        return str.__str__(name).encode("utf-8", "replace").decode()
    return json.dumps(name) if name is None or isinstance(name, bool | int | float) else text_of(name)
