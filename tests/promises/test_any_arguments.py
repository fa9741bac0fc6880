"""Promise C8, of arguments: whatever a program passes, a call ends in an answer or in an error of ours that can be caught."""

from __future__ import annotations

import inspect
import random
from collections import Counter, UserDict, deque
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from pathlib import Path, PurePosixPath
from typing import Any
from unittest.mock import MagicMock
from uuid import UUID

import httpx
import pytest

import promptport
from promptport.http.encode import encode
from promptport.model import Request
from promptport.promptic import PrompticClient
from promptport.promptrails import PromptRails
from promptport.scope import ApiKeyCredentials, ScopeClient
from promptport.xr2 import xR2Client

from .test_paths import operations


class Hostile:
    """Raises whatever it is asked."""

    def __getattr__(self, name: str) -> Any:
        raise RuntimeError(name)

    def __str__(self) -> str:
        raise RuntimeError("str")


class Lying:
    """Says of itself what is not so."""

    dtype = "int64"

    def __index__(self) -> int:
        raise OverflowError("index")

    def __float__(self) -> float:
        raise ZeroDivisionError("float")

    def __iter__(self) -> Iterator[Any]:
        raise LookupError("iter")

    def to_dict(self) -> Any:
        """Itself."""
        return self

    def tolist(self) -> Any:
        """Nothing of the kind."""
        return self


class Color(Enum):
    """A choice."""

    RED = "red"
    ODD = object()


def itself() -> list[Any]:
    """A list that holds itself."""
    made: list[Any] = []
    made.append(made)
    return made


LEAVES: list[Callable[[], Any]] = [
    lambda: None, lambda: True, lambda: 0, lambda: -1, lambda: 10**30, lambda: 10**5000, lambda: 1.5, lambda: float("nan"),
    lambda: "", lambda: "a/b", lambda: "..", lambda: "\ud800", lambda: "x" * 5000, lambda: "a\r\nb: c", lambda: b"a", bytearray,
    lambda: memoryview(b"a"), lambda: Decimal("sNaN"), lambda: Decimal("1e400"), lambda: Decimal("0.1"), lambda: Fraction(1, 3),
    lambda: Fraction(10**400), lambda: 1j, lambda: UUID(int=1), lambda: date.max, lambda: datetime.min, lambda: datetime.now(UTC),
    time, timedelta, lambda: PurePosixPath("a"), lambda: Color.RED, lambda: Color.ODD, lambda: Color, lambda: int, object,
    Hostile,
    Lying, lambda: len, MagicMock, lambda: ..., lambda: (1 / 0 for _ in "a"), lambda: iter("ab"), lambda: range(3),
    lambda: Exception("x"), itself,
]  # fmt: skip


def anything(chance: random.Random, depth: int = 0) -> Any:
    """A value of any kind, perhaps in others."""
    if depth > 3 or chance.random() < 0.6:
        return chance.choice(LEAVES)()
    several = [anything(chance, depth + 1) for _ in range(chance.randrange(4))]
    kind = chance.randrange(6)
    if kind < 3:
        return [list, tuple, deque][kind](several)
    made: Any = {chance.choice(["a", "role", "content", 1, None, (1,), Color.RED, b"k"]): each for each in several}
    return made if kind < 5 else UserDict(made)


def methods(client: Any) -> Iterator[Callable[..., Any]]:
    """The methods of a client that send a request and wait for no more than its answer."""
    own = {name for kind in type(client).__mro__ if kind.__module__.startswith("promptport.") for name in vars(kind)}
    for name in sorted(own | {each for each in dir(type(client)) if not each.startswith("_")}):
        if name.startswith("_") or name in BASE:
            continue
        each = getattr(client, name)
        if inspect.ismethod(each):
            yield each
        elif type(each).__module__.startswith("promptport"):
            yield from (
                found
                for name, found in inspect.getmembers(each, inspect.ismethod)
                if not name.startswith(("_", "wait"))
            )


BASE = {
    "aclose", "close", "closed", "clear_cache", "config", "credentials", "keys", "rules", "send", "stream", "timeout",
    "wait_for_evaluation", "wait_for_experiment", "with_options", "base_url", "a2a",
}  # fmt: skip


def arguments(method: Callable[..., Any], chance: random.Random) -> dict[str, Any]:
    """Arguments for a method: some of those that it names, all of those that it needs."""
    found: dict[str, Any] = {}
    for name, each in inspect.signature(method).parameters.items():
        if each.kind is each.VAR_KEYWORD:
            found |= {name: anything(chance) for name in chance.sample(["name", "description", "metadata", "nmae"], 2)}
        elif each.default is each.empty or chance.random() < 0.5:
            found[name] = anything(chance)
    return found


@pytest.fixture(scope="module")
def clients() -> Iterator[list[Any]]:
    """A client of each platform, whose every request is answered by an empty object."""
    through = httpx.MockTransport(lambda _: httpx.Response(200, json={}))
    made: list[Any] = [
        xR2Client("key", transport=through, total_retries=0),
        PromptRails("key", transport=through, max_retries=0),
        PrompticClient("key", transport=through, retries=0),
        ScopeClient(ApiKeyCredentials("o", "k", "s"), transport=through, max_retries=0),
    ]
    yield made
    for each in made:
        each.close()


@pytest.mark.promise("C8")
@pytest.mark.one_python("the same code runs on every Python")
def test_c8_arguments_of_any_kind_raise_nothing_foreign(
    clients: list[Any], size: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """C8: 200,000 calls of every method with arguments of any kind: each ends in an answer, or in an error of ours."""
    monkeypatch.chdir(tmp_path)  # a path of chance is one to write to
    chance = random.Random(15)
    found = [each for client in clients for each in methods(client)]
    counts: Counter[str] = Counter()
    for number in range(int(200_000 * size)):
        method = found[number % len(found)]
        given = arguments(method, chance)
        try:
            for _ in zip(range(3), method(**given), strict=False) if "stream" in method.__name__ else [method(**given)]:
                counts["answered"] += 1
        except promptport.ArgumentError:
            counts["refused"] += 1
        except promptport.Error:
            counts["failed otherwise"] += 1
        except (FileExistsError, NotADirectoryError):  # a file stands above a path of chance by now
            assert method.__name__ == "download_artifact", method.__qualname__
            counts["not written"] += 1
        except Exception as error:
            raise AssertionError(f"{method.__qualname__} of {sorted(given)}: {type(error).__name__}") from error
    print(f"C8: {sum(counts.values())} calls of {len(found)} methods: {dict(counts)}")
    assert len(found) > 150
    assert min(counts["answered"], counts["refused"]) > 100 * size


@pytest.mark.promise("C8")
def test_c8_a_misspelt_field_of_an_update_is_refused_on_every_platform() -> None:
    """C8: with what was meant; no update of any contract takes whatever it is given."""
    updates = [
        (operation, parameter)
        for _, operation in operations()
        for parameter in operation.parameters
        if parameter.place == "fields"
    ]
    for operation, parameter in updates:
        assert parameter.names, operation.id
        for name in parameter.names:
            needed = {each.name: "1" for each in operation.parameters if each.place == "path"}
            slip = name[:-1] + name[-1] * 2
            with pytest.raises(
                promptport.ArgumentError, match=rf"^{operation.id}: `{slip}` is no field of it; did you mean `"
            ):
                encode(Request(operation, {**needed, parameter.name: {slip: "x"}}), strict=False)
    assert len(updates) > 10
