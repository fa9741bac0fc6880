"""Arguments as programs pass them, and where: the rows that `test_arguments.py` calls the vendors' clients and ours with."""

from __future__ import annotations

from collections import OrderedDict, UserDict, deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum, IntEnum, StrEnum
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any
from uuid import UUID


class Index:
    """A whole number of another library's."""

    def __index__(self) -> int:
        return 3

    def __str__(self) -> str:
        return "3"


class Real:
    """A number of another library's."""

    def __init__(self, value: float) -> None:
        self._value = value

    def __float__(self) -> float:
        return self._value

    def __str__(self) -> str:
        return str(self._value)


class Array:
    """A list of numbers of another library's, or one of them."""

    dtype = "int64"

    def __init__(self, value: Any) -> None:
        self._value = value

    def tolist(self) -> Any:
        """The same in Python's own kinds."""
        return self._value

    def __iter__(self) -> Any:
        return iter(self._value)


class Color(Enum):
    """A choice."""

    RED = "red"


class Word(StrEnum):
    """A choice that is a text."""

    RED = "red"


class Level(IntEnum):
    """A choice that is a number."""

    HIGH = 3


class Text(str, Enum):  # noqa: UP042 # which is what is passed
    """A choice as programs wrote it before `StrEnum`."""

    RED = "red"


@dataclass
class Point:
    """An object of a program's own."""

    x: int
    at: date


THREE = UUID(int=3)
DAY = date(2026, 1, 31)
NOON = datetime(2026, 1, 31, 12, tzinfo=UTC)
NAIVE = datetime(2026, 1, 31, 12)
ARGUMENTS: dict[str, Callable[[], Any]] = {  # functions, since a generator can be gone through once
    "text": lambda: "é/ 1", "int": lambda: 3, "float": lambda: 1.5, "whole float": lambda: 3.0, "text of an int": lambda: "3",
    "true": lambda: True, "index": Index, "real": lambda: Real(1.5), "array": lambda: Array([1, 2]),
    "array's one": lambda: Array(3),
    "Decimal": lambda: Decimal("1.25"), "whole Decimal": lambda: Decimal(3), "Enum": lambda: Color.RED,
    "StrEnum": lambda: Word.RED, "str and Enum": lambda: Text.RED, "IntEnum": lambda: Level.HIGH, "UUID": lambda: THREE,
    "date": lambda: DAY, "datetime": lambda: NOON, "naive datetime": lambda: NAIVE, "path": lambda: PurePosixPath("a b"),
    "list": lambda: ["a", "b"], "tuple": lambda: ("a", "b"), "set": lambda: {"b", "a"}, "frozenset": lambda: frozenset("a"),
    "generator": lambda: (each for each in "ab"), "range": lambda: range(2), "deque": lambda: deque("ab"),
    "keys": {"a": 1}.keys, "dict": lambda: {"a": [1, None, {"b": "c"}]}, "OrderedDict": lambda: OrderedDict(a=1),
    "UserDict": lambda: UserDict(a=1), "mapping proxy": lambda: MappingProxyType({"a": 1}), "dataclass": lambda: Point(1, DAY),
    "bytes": lambda: b"a", "bytearray": lambda: bytearray(b"a"), "nan": lambda: float("nan"), "NaN": lambda: Decimal("NaN"),
    "infinite": lambda: Real(float("inf")), "complex": lambda: 1j, "object": object, "class": lambda: int,
    "mixed": lambda: {"when": NOON, "who": THREE, "set": {2, 1}, "much": Decimal("1.5"), "one": Index(), "which": Color.RED},
}  # fmt: skip


@dataclass(frozen=True)
class Slot:
    """Where an argument goes.

    Attributes:
        call: Calls a client with it.
        name: What the parameter is called.
        place: Where it is written: `path`, `query` or `body`.
        wire: Where that is in a body.
    """

    call: Callable[[Any, Any], Any]
    name: str
    place: str
    wire: tuple[str | int, ...] = ()


SLOTS: dict[str, dict[str, Slot]] = {
    "promptrails": {
        "agents.get": Slot(lambda c, v: c.agents.get(v), "agent_id", "path"),
        "agents.list limit": Slot(lambda c, v: c.agents.list(limit=v), "limit", "query"),
        "costs.get_summary": Slot(lambda c, v: c.costs.get_summary(from_date=v), "from_date", "query"),
        "chat.send_message": Slot(lambda c, v: c.chat.send_message("s", content=v), "content", "body", ("content",)),
        "scores.create": Slot(lambda c, v: c.scores.create(trace_id="t", name="n", value=v), "value", "body", ("value",)),
        "agents.execute": Slot(lambda c, v: c.agents.execute("a", input=v), "input", "body", ("input",)),
        "agents.execute inside": Slot(lambda c, v: c.agents.execute("a", input={"x": v}), "input.x", "body", ("input", "x")),
        "scores.update": Slot(lambda c, v: c.scores.update("s", comment=v), "comment", "body", ("comment",)),
        "categories": Slot(
            lambda c, v: c.scores.create_config(name="n", data_type="categorical", categories=v),
            "categories", "body", ("categories",),
        ),
    },
    "promptic": {
        "get_trace": Slot(lambda c, v: c.get_trace(v), "trace_id", "path"),
        "update_observation": Slot(
            lambda c, v: c.update_observation("e", v, expected="x"), "observation_id", "path"),
        "list_traces offset": Slot(lambda c, v: c.list_traces(offset=v), "offset", "query"),
        "list_traces start": Slot(lambda c, v: c.list_traces(start_after=v), "start_after", "query"),
        "list_traces status": Slot(lambda c, v: c.list_traces(status=v), "status", "query"),
        "create_dataset": Slot(lambda c, v: c.create_dataset("c", "n", description=v), "description", "body", ("description",)),
        "trace_ids": Slot(lambda c, v: c.create_dataset("c", "n", trace_ids=v), "trace_ids", "body", ("traceIds",)),
        "hyperparameters": Slot(
            lambda c, v: c.create_experiment("c", "gpt", hyperparameters=v), "hyperparameters", "body", ("hyperparameters",)
        ),
        "variables": Slot(
            lambda c, v: c.create_observations("e", [{"variables": {"x": v}}]), "[0].variables.x", "body", (0, "variables", "x")
        ),
        "update_experiment": Slot(lambda c, v: c.update_experiment("e", name=v), "name", "body", ("name",)),
    },
    "xr2": {
        "slug": Slot(lambda c, v: c.get_prompt(slug=v), "slug", "body", ("slug",)),
        "version_number": Slot(
            lambda c, v: c.get_prompt(slug="s", version_number=v), "version_number", "body", ("version_number",)
        ),
        "value": Slot(lambda c, v: c.track_event(trace_id="t", event_name="e", value=v), "value", "body", ("value",)),
        "user_id": Slot(lambda c, v: c.track_event(trace_id="t", event_name="e", user_id=v), "user_id", "body", ("user_id",)),
        "metadata": Slot(lambda c, v: c.track_event(trace_id="t", event_name="e", metadata=v), "metadata", "body", ("metadata",)),
        "metadata inside": Slot(
            lambda c, v: c.track_event(trace_id="t", event_name="e", metadata={"x": v}), "metadata.x", "body", ("metadata", "x")
        ),
    },
}  # fmt: skip

# Of what a later release of a vendor's has.
LATER: dict[str, tuple[str, dict[str, Slot]]] = {
    "promptrails": ("0.9.2", {
        "agent_vfs.stat": Slot(lambda c, v: c.agent_vfs.stat("a", v), "path", "query"),
        "agent_vfs.list offset": Slot(lambda c, v: c.agent_vfs.list("a", offset=v), "offset", "query"),
        "executions.tree": Slot(lambda c, v: c.executions.tree(v), "execution_id", "path"),
        "agent_vfs.write": Slot(lambda c, v: c.agent_vfs.write("a", "/p", v), "content", "body", ("content",)),
        "executions.deny": Slot(lambda c, v: c.executions.deny("e", reason=v), "reason", "body", ("reason",)),
        "traces.ingest inside": Slot(
            lambda c, v: c.traces.ingest([{"attributes": {"x": v}}]), "spans", "body", ("spans", 0, "attributes", "x")
        ),
    }),
    "promptic": ("1.1.0", {
        "get_artifact": Slot(lambda c, v: c.get_artifact(v), "artifact_id", "path"),
        "get_dataset_case": Slot(lambda c, v: c.get_dataset_case("c", "d", v), "case_id", "path"),
        "create_dataset_cases": Slot(
            lambda c, v: c.create_dataset_cases("c", "d", [{"inputPayload": {"x": v}}]),
            "[0].inputPayload.x", "body", (0, "inputPayload", "x"),
        ),
        "update_dataset_case": Slot(
            lambda c, v: c.update_dataset_case("c", "d", 1, expectedPayload=v), "expectedPayload", "body", ("expectedPayload",)
        ),
        "input_variables": Slot(
            lambda c, v: c.create_experiment("c", "gpt", input_variables=v), "input_variables", "body", ("inputVariables",)
        ),
    }),
}  # fmt: skip

MEANT: dict[str, Any] = {  # in a body, where the vendor's client raises
    "index": 3, "real": 1.5, "array": [1, 2], "array's one": 3, "Decimal": 1.25, "whole Decimal": 3, "Enum": "red",
    "UUID": str(THREE), "date": "2026-01-31", "datetime": "2026-01-31T12:00:00+00:00", "path": "a b", "set": ["a", "b"],
    "frozenset": ["a"], "generator": ["a", "b"], "range": [0, 1], "deque": ["a", "b"], "keys": ["a"], "UserDict": {"a": 1},
    "mapping proxy": {"a": 1}, "dataclass": {"x": 1, "at": "2026-01-31"},
    "mixed": {"when": "2026-01-31T12:00:00+00:00", "who": str(THREE), "set": [1, 2], "much": 1.5, "one": 3, "which": "red"},
}  # fmt: skip


@dataclass(frozen=True)
class Allowed:
    """Arguments that ours treats otherwise, where the vendor's client sends something.

    Attributes:
        kinds: Their names.
        places: Where they go; a platform, or a place.
        ours: What ours sends of them, as a text; None where it refuses them.
        reason: Why.
    """

    kinds: tuple[str, ...]
    places: tuple[str, ...]
    ours: str | None
    reason: str


ADDRESS = ("path", "query")
ALLOWED = (  # the first that covers a case counts
    Allowed(
        ("text", "float", "true", "real", "Decimal", "StrEnum", "Enum", "str and Enum", "UUID", "date", "datetime",
         "naive datetime", "path"), ("update_observation", "get_dataset_case"), None,
        "the id of an observation or a case is a whole number",
    ),
    Allowed(("text",), ("path",), "%C3%A9%2F%201", "a part of an address is one segment"),
    Allowed(("true",), ("path",), "true", "as in every other place"),
    Allowed(("Enum", "str and Enum"), ADDRESS, "red", "theirs sends the member's name in the program"),
    Allowed(
        ("naive datetime",), ("agents.list limit", "list_traces offset", "agent_vfs.list offset"), None,
        "no number, and no time zone either",
    ),
    Allowed(("datetime",), ADDRESS, "2026-01-31T12:00:00+00:00", "theirs has a blank in it, which is no ISO 8601"),
    Allowed(("naive datetime",), ADDRESS, "2026-01-31T12:00:00", "likewise"),
    Allowed(("array's one",), ADDRESS, "3", "theirs sends how Python shows this class"),
    Allowed(("array",), ("query",), "1", "likewise; ours sends a pair for each"),
    Allowed(
        ("array", "list", "tuple", "set", "frozenset", "generator", "range", "deque", "keys", "dict", "OrderedDict", "UserDict",
         "mapping proxy", "dataclass", "mixed", "bytes", "bytearray", "object", "class", "complex", "nan", "NaN", "infinite"),
        ADDRESS, None, "theirs sends how Python shows it, which no platform can read",
    ),
    Allowed(("whole float",), ("path",), "3", "a whole number belongs there"),
    Allowed(("bytes", "bytearray"), ("xr2",), None, "bytes are no text"),
    Allowed(("IntEnum",), ("slug", "user_id"), None, "a number is no text"),
    Allowed(("Enum",), ("version_number",), None, "theirs sends a text where the platform wants a number"),
)  # fmt: skip
