"""Everything that Python shows of an error, and of what can be reached from an object."""

from __future__ import annotations

import gc
import pickle
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

TESTS = str(Path(__file__).parents[1])


def chain(error: BaseException) -> Iterator[BaseException]:
    """An error, its causes and its contexts, whether a traceback would show them or not."""
    seen: set[int] = set()
    waiting: list[BaseException | None] = [error]
    while waiting:
        each = waiting.pop()
        if each is not None and id(each) not in seen:
            seen.add(id(each))
            yield each
            waiting += [each.__cause__, each.__context__]


def texts(error: BaseException) -> list[str]:
    """All that an error shows: texts, attributes, notes, tracebacks with the variables of every frame but the tests' own."""
    found = [*traceback.format_exception(error)]
    for each in chain(error):
        found += [str(each), repr(each), repr(each.args), repr(vars(each)), repr(getattr(each, "__notes__", ""))]
        stack = traceback.StackSummary.extract(traceback.walk_tb(each.__traceback__), capture_locals=True)
        found += [repr(frame.locals) for frame in stack if not frame.filename.startswith(TESTS)]
    found.append(pickle.dumps(error, 0).decode("latin-1"))
    return found


def reachable(*roots: Any) -> list[str]:
    """The `repr` of every object of ours that can be reached from these, and of their attributes."""
    found, seen, waiting = [], {id(each) for each in roots}, list(roots)
    while waiting and len(seen) < 100_000:
        each = waiting.pop()
        house, _, room = type(each).__module__.partition(".")
        if house in ("promptport", "promptport_api") and not room.startswith(
            "testing"
        ):  # a test's own server knows keys
            found += [
                repr(each),
                repr(getattr(each, "__dict__", "")),
                "" if isinstance(each, str | bytes) else str(each),
            ]
        for other in gc.get_referents(each):
            if id(other) not in seen and not isinstance(other, type | ModuleType | FunctionType):
                seen.add(id(other))
                waiting.append(other)
    return found
