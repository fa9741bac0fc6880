"""Proves what a envelope is: its name says nothing, and it counts only whole, for its account and for its query."""

from __future__ import annotations

import json
from hashlib import blake2b
from itertools import combinations
from typing import Any

import pytest

from promptport.cache.envelope import cache_key, mac_key, pack, pack_withdrawal, unpack, withdrawn_since
from promptport.cache.grants import NOBODY
from promptport.http.rules import account_of as account
from promptport.platform import Fetched, Query, Traits, Variable

KEY = "planted-key"
TRAITS = Traits("xr2", "https://xr2.uk/api", account(KEY))
QUERY = Query("welcome")
FETCHED = Fetched(
    "welcome",
    ({"role": "user", "content": "Hello {{name}}, \ud800 ☃"}, {"slot": "history"}),
    (Variable("name", "string", False, "you", "Who"), Variable("list", "array", True, None)),
    "braces",
    3,
    "production",
    "id-3",
    {"model": "m", "deep": [1, {"a": None}]},
)
MARK = mac_key(TRAITS, QUERY)


def test_every_account_address_and_query_has_a_place_of_its_own() -> None:
    """No two of them meet, and no name says anything."""
    traits = [
        TRAITS,
        TRAITS._replace(name="scope"),
        TRAITS._replace(origin="https://xr2.uk/api2"),
        TRAITS._replace(account=account("another key")),
        TRAITS._replace(account=account("organisation", KEY)),
        TRAITS._replace(account=""),
        Traits("xr2", TRAITS.account, TRAITS.origin),
    ]
    queries = [
        QUERY, Query("welcome", 3), Query("welcome", "3"), Query("welcome", None, "3"), Query("welcome", None, "production"),
        Query("Welcome"), Query("welcome3"), Query("../../welcome"), Query("wel/come\0"), Query('", "'), Query("\ud800"),
    ]  # fmt: skip
    found = {(one, other): (cache_key(one, other), mac_key(one, other)) for one in traits for other in queries}

    for one, other in combinations(found.values(), 2):
        assert one[0] != other[0]
        assert one[1] != other[1]
    for spot, mark in found.values():
        assert len(spot) == 40
        assert set(spot) <= set("0123456789abcdef")
        assert mark.hex()[:40] != spot


def test_an_account_gives_no_key_away() -> None:
    """It is the same for the same key, and nothing can be read from it."""
    assert account(KEY) == account(KEY) != account(f"{KEY}x")
    assert len(account(KEY * 100)) == len(account("")) == 16
    assert KEY not in account(KEY)
    assert account("a", None) == account("a", "") != account("", "a")


def test_a_record_holds_what_was_fetched() -> None:
    """All of it, but for what was given to one fetch alone."""
    envelope = pack(FETCHED._replace(trace="planted-trace"), 12.5, MARK)

    assert unpack(envelope, MARK) == (FETCHED, 12.5, NOBODY)
    for secret in ("planted-trace", KEY, TRAITS.account, MARK.hex(), cache_key(TRAITS, QUERY)):
        assert secret.encode() not in envelope


def test_what_was_changed_counts_for_nothing() -> None:
    """Not one bit may differ, and nothing may be missing or added."""
    envelope = pack(FETCHED, 12.5, MARK)
    for at in range(len(envelope)):
        changed = envelope[:at] + bytes([envelope[at] ^ 1]) + envelope[at + 1 :]
        assert unpack(changed, MARK) is None
        assert unpack(envelope[:at], MARK) is None
    assert unpack(envelope + b" ", MARK) is None
    assert unpack(b"\xff\x00" * 1000, MARK) is None


def test_another_record_counts_for_nothing() -> None:
    """One that was moved here, or that somebody made who does not know the account."""
    stranger = TRAITS._replace(account=account("x"))
    for traits, query in ((stranger, QUERY), (TRAITS, Query("other")), (TRAITS, Query("welcome", 3))):
        assert unpack(pack(FETCHED, 12.5, mac_key(traits, query)), MARK) is None
    body = pack(FETCHED, 12.5, MARK).partition(b"\n")[2]
    assert unpack(blake2b(body, digest_size=16).hexdigest().encode() + b"\n" + body, MARK) is None


@pytest.mark.parametrize(
    "change",
    [
        {"form": 0},
        {"form": None},
        {"fetched": None},
        {"fetched": {}},
        {"fetched": {"name": "welcome", "messages": [], "variables": None, "added": 1}},
        {"fetched": {"name": "welcome", "messages": [], "variables": [["a", "b", True, None, "", None, "added"]]}},
        {"since": None},
        {"since": "soon"},
        {"since": float("nan")},
        {"since": float("inf")},
        {"since": "-inf"},
        {"since": 10**400},
        {"since": []},
    ],
)
def test_a_record_of_another_release_counts_for_nothing(change: dict[str, Any]) -> None:
    """Releases that share a store read what they can, and fetch the rest."""
    data = json.loads(pack(FETCHED, 12.5, MARK).partition(b"\n")[2]) | change
    for body in (json.dumps(data).encode(), b"[]", b"{", b"1"):
        assert unpack(blake2b(body, digest_size=16, key=MARK).hexdigest().encode() + b"\n" + body, MARK) is None


def test_that_a_prompt_was_withdrawn() -> None:
    """It is told to the account, of this query alone, is no version of it, and holds nothing but its name."""
    told = pack_withdrawal(TRAITS, QUERY, 1000.5)
    assert (withdrawn_since(told, MARK), unpack(told, MARK)) == (1000.5, None)
    assert withdrawn_since(pack(FETCHED, 1.0, MARK), MARK) is None
    for other in (mac_key(TRAITS, Query("other")), mac_key(TRAITS._replace(account="other"), QUERY)):
        assert withdrawn_since(told, other) is None
    for broken in (b"", told[:-1], told.replace(b"1000.5", b"9000.5")):
        assert withdrawn_since(broken, MARK) is None
    assert b"Hello" not in told
