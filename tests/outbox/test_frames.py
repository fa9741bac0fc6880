"""Proves that frames come back as they were written, and that nothing behind a torn one is taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promptport.outbox.frames import (
    ALIGNED,
    DONE,
    FRAME,
    HEAD,
    WAITING,
    Frame,
    frames,
    read_head,
    room,
    write_fate,
    write_frame,
    write_head,
)

SIZE = 1 << 15
PAYLOADS = st.lists(st.binary(min_size=1, max_size=200), max_size=20)


def written(payloads: list[bytes]) -> tuple[bytearray, list[int]]:
    buffer, at, places = bytearray(SIZE), HEAD, []
    for each in payloads:
        write_frame(buffer, at, each)
        places.append(at)
        at += room(each)
    return buffer, places


@given(PAYLOADS)
def test_what_was_written_is_read(payloads: list[bytes]) -> None:
    buffer, places = written(payloads)
    expected = [Frame(at, each, WAITING, 0, 0.0) for at, each in zip(places, payloads, strict=True)]
    assert list(frames(buffer)) == expected
    assert all(each.at % ALIGNED == 0 for each in expected)
    for number, place in enumerate(places):
        assert list(frames(buffer, place)) == expected[number:]


@given(PAYLOADS.filter(bool), st.integers(0, 1 << 20), st.binary(min_size=1, max_size=64))
def test_whatever_is_spoilt_ends_it(payloads: list[bytes], where: int, rubbish: bytes) -> None:
    """Bytes that are overwritten lose the frame that they are in, and may lose those behind it: none is read wrongly."""
    buffer, places = written(payloads)
    at = HEAD + where % (places[-1] + room(payloads[-1]) - HEAD)
    buffer[at : at + len(rubbish)] = rubbish
    whole = sum(place + room(each) <= at for place, each in zip(places, payloads, strict=True))
    found = [each.payload for each in frames(buffer)]
    assert found[:whole] == payloads[:whole]
    for each in found[whole:]:
        assert each in (*payloads, b"") or rubbish in each or each in rubbish


@pytest.mark.parametrize("cut", range(1, FRAME.size + 10))
def test_one_that_is_cut_is_none(cut: int) -> None:
    buffer, places = written([b"first", b"second" * 3])
    end = places[1] + FRAME.size + 18
    assert [each.payload for each in frames(bytes(buffer[: end - cut]))] == [b"first"]


def test_a_frame_without_a_length_is_not_there() -> None:
    """The length is written last: a process that dies before has written nothing."""
    buffer, places = written([b"first", b"second"])
    buffer[places[1] : places[1] + 4] = bytes(4)
    assert [each.payload for each in frames(buffer)] == [b"first"]


def test_its_fate_stands_in_the_frame() -> None:
    buffer, places = written([b"first", b"second"])
    write_fate(buffer, places[1], DONE, 3, 1234.5)
    assert list(frames(buffer)) == [Frame(places[0], b"first", 0, 0, 0.0), Frame(places[1], b"second", DONE, 3, 1234.5)]


def test_a_head_says_what_it_is() -> None:
    buffer = bytearray(SIZE)
    write_head(buffer, {"origin": "https://x", "account": "ä"})
    assert read_head(buffer) == {"origin": "https://x", "account": "ä"}
    with pytest.raises(ValueError, match="too long"):
        write_head(buffer, {"origin": "x" * HEAD})


@pytest.mark.parametrize("text", [b"", b"something else", b"promptport outbox 1\n", b"promptport outbox 1\n[1]\n"])
def test_what_has_no_head_is_no_segment(text: bytes) -> None:
    buffer = bytearray(SIZE)
    buffer[: len(text)] = text
    assert read_head(buffer) is None
