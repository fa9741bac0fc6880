"""Proves that an entry comes back as it was, and that what JSON can't say is told to who gives it."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promptport import ArgumentError
from promptport.outbox.entry import Entry, id_in

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)


@given(JSON)
def test_it_comes_back(body: Any) -> None:
    entry = Entry("i1", "event", 12.5, body)
    assert Entry.decode(entry.encode()) == entry


@given(st.binary() | JSON)
def test_bytes_do_so_too_and_so_does_what_was_set_aside(body: Any) -> None:
    entry = Entry("i\n1", "span", 12.5, body)
    assert Entry.decode(entry.encode()) == entry
    assert Entry.of(json.loads(json.dumps(entry.as_json()))) == entry
    assert id_in(entry.encode()) == entry.id


@pytest.mark.parametrize("body", [{1, 2}, float("nan"), b"bytes", object()])
def test_what_json_cannot_say(body: Any) -> None:
    with pytest.raises(ArgumentError, match="event: what is to be sent is no JSON"):
        Entry("i1", "event", 0.0, {"value": body}).encode()


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"{}",
        b"[1]",
        b"\xff",
        b"[1,2,3]",
        b'["i","k",1]',
        b'[1,"k",1,null]',
        b'["i",2,1,null]',
        b'["i","k","1",null]',
        b'["i","k",1,null]\nmore',
        b'{"a":1}\n',
        b"\n",
    ],
)
def test_what_is_none(payload: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        Entry.decode(payload)
    with suppress(ValueError):
        assert isinstance(id_in(payload), str)  # it may have an id all the same


def test_one_that_is_renewed() -> None:
    """Its age counts anew; when it happened stays what it was, however often it is renewed."""
    event = Entry("i", "event", 5.0, {"event": "sign_up"}).renewed(7.0)
    assert event == Entry("i", "event", 7.0, {"event": "sign_up", "at": 5.0})
    assert event.renewed(9.0) == Entry("i", "event", 9.0, {"event": "sign_up", "at": 5.0})
    for kind, body in (("span", {"name": "a"}), ("score", {"score": "a"}), ("event", b"x"), ("event", [1])):
        assert Entry("i", kind, 5.0, body).renewed(7.0) == Entry("i", kind, 7.0, body)
