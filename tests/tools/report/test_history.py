"""Proves what it means that something came with a release, or has ended with one."""

from __future__ import annotations

from typing import Any

import pytest

from tools.report.wire import wire

from .conftest import ANSWER, OPERATION, Compare, edited

pytestmark = pytest.mark.one_python("it compares data")

POST = "paths /things post"
PAGE = f"{POST} parameters 0"
SENT, GOT = "components schemas Sent", "components schemas Got"
GET = {"operationId": "things_get", "tags": ["things"], "parameters": [], "responses": {"200": ANSWER}}
ROWS: list[tuple[dict[str, Any], list[str]]] = [
    ({f"{POST} x-until": "1", f"{POST} deprecated": True, f"{POST} x-replaced-by": ["a_b", "a_c"]},
     ["deprecated things.make: ended with release 1, and stays in the client; use a_b or a_c"]),
    ({f"{POST} deprecated": True, f"{POST} x-replaced-by": "a_b"}, ["deprecated things.make: is deprecated; use a_b"]),
    ({f"{POST} x-since": "2"}, ["changed things.make: is there since release 2; it was since the first release"]),
    ({f"{POST} x-replaced-by": "a"}, ["changed things.make: is replaced by a; it was by nothing"]),
    ({"paths /things get": GET | {"x-since": "2"}}, ["added things.get: is new: GET /things (since release 2)"]),
    ({"paths /things get": GET | {"x-since": "2", "x-until": "3", "x-replaced-by": "a"}},
     ["added things.get: is new: GET /things (since release 2, until release 3; use a)"]),
    ({f"{PAGE} x-until": "1"}, ["deprecated things.make(page): ended with release 1, and stays in the client"]),
    ({f"{POST} parameters": [*OPERATION["parameters"], {"name": "q", "in": "query", "x-since": "2", "schema": {}}]},
     ["added things.make(q): is new (since release 2)"]),
    ({f"{GOT} properties note x-until": "1"}, ["deprecated Got.note: ended with release 1, and stays in the client"]),
    ({f"{GOT} required": [], f"{GOT} properties id x-until": "1"},
     ["deprecated Got.id: ended with release 1, and stays in the client"]),
    ({f"{GOT} properties more x-until": "1", f"{GOT} properties more deprecated": True},
     ["deprecated Got.more: ended with release 1, and stays in the client"]),
    ({f"{GOT} properties more": {"allOf": [{"$ref": "#/components/schemas/More"}, {"x-until": "1"}]}},
     ["deprecated Got.more: ended with release 1, and stays in the client"]),
    ({f"{GOT} properties new": {"x-since": "2"}}, ["added Got.new: is new (since release 2)"]),
    ({f"{GOT} x-until": "1"}, ["deprecated Got: ended with release 1, and stays in the client"]),
    ({f"{SENT} properties kind enum": ["a", "b", "c"],
      f"{SENT} properties kind x-values": {"b": {"x-until": "1", "x-replaced-by": "c"}, "c": {"x-since": "2"}}},
     ["deprecated Sent.kind: the value b ended with release 1, and stays in the client; use c",
      "added Sent.kind: has a new value, c (since release 2)"]),
    ({f"{SENT} properties name x-values": {"b": {"x-until": "1"}}},
     ["deprecated Sent.name: the value b ended with release 1, and stays in the client"]),
    ({f"{GOT} required": [], f"{GOT} properties id x-promised": True},
     ["changed Got.id: may be missing, though its type says that it is there"]),
    ({f"{GOT} properties note": None, f"{GOT} properties text": {"type": ["string", "null"], "x-python-name": "note",
                                                                "x-aliases": ["note"]}},
     ["changed Got.note: comes as text, or as note still, and is the same in Python"]),
    ({f"{GOT} properties more": {"anyOf": [{"$ref": "#/components/schemas/More"}, {"type": "null"}]},
      "components schemas More allOf 0 properties a x-until": "1"},
     ["changed Got.more: may be null", "deprecated More.a: ended with release 1, and stays in the client"]),
    ({f"{POST} x-until": "1", f"{POST} x-replaced-by": "things_make"},
     ["deprecated things.make: ended with release 1, and stays in the client; use things.make"]),
    ({"x-package": "toy", "x-releases": ["1", "2"]},
     ["changed : the vendor's package is toy; it was nothing", "added : the contract covers the releases 1, 2"]),
]  # fmt: skip


@pytest.mark.parametrize(("edits", "wanted"), ROWS)
def test_what_a_history_means(compare: Compare, edits: dict[str, Any], wanted: list[str]) -> None:
    """Once each, whatever the deprecation that goes with it says besides."""
    said = [f"{grade} {where}: {what.partition(' (of ')[0]}" for grade, where, what in compare(edits)]
    assert sorted(said) == sorted(wanted)


def test_an_end_that_comes_earlier_ends_nothing_anew() -> None:
    one, other = (edited({f"{POST} x-until": each}) for each in ("2", "1"))
    assert [(each.grade, each.what) for each in wire("t", one, other)] == [
        ("changed", "ended with release 1; it was with release 2")
    ]


def test_what_is_there_again(compare: Compare) -> None:
    said = compare({f"{POST} x-until": "1", f"{POST} deprecated": True}, back=True)
    assert [(grade, what) for grade, _, what in said] == [
        ("changed", "has not ended any more; it had with release 1"),
    ]


def test_all_that_have_ended_are_named(compare: Compare) -> None:
    """Those who use one of them look for it."""
    names = ["a", "b", "c", "d"]
    many = {f"/{each}": {"post": OPERATION | {"operationId": f"things_{each}"}} for each in names}
    ended = {path: {"post": each["post"] | {"x-until": "1"}} for path, each in many.items()}
    (said,) = wire("t", edited({"paths": many}), edited({"paths": ended}))
    assert said.what == "ended with release 1, and stays in the client (things.a, things.b, things.c, things.d)"
