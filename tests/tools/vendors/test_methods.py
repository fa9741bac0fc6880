"""Proves that a method's parameters, request, answer and envelope are each held against the contract."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest

from tools.vendors.set_aside import SetAside

from .watched import Json, Made, creating, differences, getting, listing, recorded, sent

Thing: TypeAlias = Any  # as annotations have it
Part: TypeAlias = Any
BODY = {"name": "name-1", "note": "note-1"}


def more(*, name: str, note: str = "", size: int | None = None) -> Thing: ...
def fewer(*, name: str) -> Thing: ...
def loose(*, name: str = "x", note: str = "") -> Thing: ...
def first(name: str, *, note: str = "") -> Thing: ...
def other(*, name: str, note: str = "new") -> Thing: ...
def many(*, name: str, **fields: Any) -> Thing: ...


@pytest.mark.parametrize(
    ("made", "body", "found"),
    [
        (more, {**BODY, "size": 7}, [("new", "takes size (int | None)")]),
        (fewer, {"name": "name-1"}, [("ended", "takes no note any more")]),
        (loose, BODY, [("changed", "name may be left out")]),
        (first, BODY, [("changed", "name may be given by position")]),
        (other, BODY, [("changed", "note is 'new' where it is not given; the contract has ''")]),
        (many, BODY, [("changed", "takes arguments of any name")]),
        (creating, BODY, []),
    ],
)
def test_a_signature(made: Callable[..., Any], body: Json, found: list[tuple[str, str]]) -> None:
    """A parameter that came explains its key in the body, and one that went the lack of it."""
    told = differences(recorded({"things.create": (made, sent("POST", "/things", body), ["data"])}))

    wanted = [(kind, "signature", f"things.create: {what}") for kind, what in found]
    if made is many:  # whose other arguments are whatever a caller gives
        wanted = []
        told = [each for each in told if each[1] != "signature"]
    assert told == wanted


def test_an_order_of_positional_parameters() -> None:
    def swapped(part_id: str, thing_id: str) -> Thing: ...

    def contract(document: Json) -> None:
        item = document["paths"].pop("/things/{thing_id}")
        part = {"name": "part_id", "in": "path", "required": True, "schema": {"type": "string"}}
        item["get"]["parameters"] = [*item["get"]["parameters"], part]
        document["paths"]["/things/{thing_id}/{part_id}"] = {"get": item["get"]}

    made: dict[str, Made] = {"things.get": (swapped, sent("GET", "/things/thing_id-1/part_id-1"), ["data"])}

    assert differences(recorded(made), contract) == [
        ("changed", "signature", "things.get: takes by position part_id, thing_id, in this order")
    ]


@pytest.mark.parametrize(
    ("name", "request_", "what"),
    [
        ("things.get", sent("POST", "/things/thing_id-1"), "is sent as POST /things/{thing_id}; the contract has GET"),
        (
            "things.get",
            sent("GET", "/v2/things/thing_id-1"),
            "is sent as GET /v2/things/{thing_id}; the contract has GET",
        ),
        ("things.list", sent("GET", "/things", page=7, order="up"), "sends order in its query"),
        ("things.list", sent("GET", "/things"), "sends no page in its query any more"),
        ("things.create", sent("POST", "/things", {**BODY, "source": "sdk"}), "sends source in its body"),
        ("things.create", sent("POST", "/things", {"name": "name-1"}), "sends no note in its body any more"),
        ("things.create", sent("POST", "/things", [BODY]), "sends a body that is no object"),
    ],
)
def test_a_request(name: str, request_: Json, what: str) -> None:
    named: dict[str, Callable[..., Any]] = {"things.get": getting, "things.list": listing, "things.create": creating}

    ((_, part, line),) = differences(recorded({name: (named[name], request_, ["data"])}))

    assert part == "request"
    assert line.startswith(f"{name}: {what}")


def test_a_method_that_sent_nothing_is_told() -> None:
    """What could not be judged is not taken to be as it was."""
    recording = recorded()
    for each in recording["calls"]:
        if each["method"] == "things.get":
            each |= {"requests": [], "raised": {"type": "ValueError", "text": "no such thing"}}

    assert differences(recording) == [
        (
            "changed", "request",
            "things.get: was not seen to send GET /things/{thing_id} (ValueError: no such thing): look yourself",
        )
    ]  # fmt: skip


def test_an_envelope() -> None:
    made: Made = (listing, sent("GET", "/things", page=7), ["data", "data.items", "data.items.[].id"])

    assert differences(recorded({"things.list": made})) == [
        ("changed", "envelope", "things.list: reads data.items of the answer, which the contract's has not")
    ]


def test_an_answer_without_its_envelope() -> None:
    made: Made = (getting, sent("GET", "/things/thing_id-1"), ["id", "dueAt"])

    found = differences(recorded({"things.get": made}))

    assert [part for _, part, _ in found] == ["envelope", "envelope"]


def test_a_key_of_a_type_is_told_with_the_type() -> None:
    made: Made = (getting, sent("GET", "/things/thing_id-1"), ["data", "data.id", "data.dueOn"])

    assert differences(recorded({"things.get": made})) == [("new", "field", "Thing: is read from the key dueOn")]


def test_an_answer_of_another_type() -> None:
    def parted(thing_id: str) -> Part: ...

    made: Made = (parted, sent("GET", "/things/thing_id-1"), ["data"])

    assert differences(recorded({"things.get": made})) == [
        ("changed", "answer", "things.get: answers Part; the contract has Thing")
    ]


def test_a_value_of_an_argument() -> None:
    def chosen(*, page: int = 1, colour: str | None = None) -> list[Thing]:
        return []

    chosen.__annotations__["colour"] = "Literal['red', 'green'] | None"

    def contract(document: Json) -> None:
        schema = {"type": "string", "enum": ["red", "blue"]}
        document["paths"]["/things"]["get"]["parameters"].append({"name": "colour", "in": "query", "schema": schema})

    made: Made = (chosen, sent("GET", "/things", page=7, colour="red"), ["data"])

    assert differences(recorded({"things.list": made}), contract) == [
        ("new", "signature", "things.list: colour may be green"),
        ("ended", "signature", "things.list: colour may be blue no more"),
    ]


@pytest.mark.parametrize(
    ("beside", "left"),
    [({"things.create(note)": "ours"}, []), ({"things.create()": "by hand"}, []), ({}, ["signature"])],
)
def test_what_no_package_has_is_no_difference(beside: dict[str, str], left: list[str]) -> None:
    made: Made = (fewer, sent("POST", "/things", {"name": "name-1"}), ["data"])

    found = differences(recorded({"things.create": made}), aside=SetAside({}, beside))

    assert [part for _, part, _ in found] == left
