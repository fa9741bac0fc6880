"""Proves that what comes in is bounded while it comes: bodies, what they are decompressed to, and events."""

from __future__ import annotations

import gzip
import random
import zlib
from collections import deque
from collections.abc import Callable
from time import perf_counter
from tracemalloc import get_traced_memory, start, stop

import pytest

from promptport.http.bounds import MEMBERS, PIECE, Events, Gathering, Inflater, TooLarge, announced, beginning, inflated
from promptport.model import Unreadable

BODY = random.Random(1).randbytes(300_000) + b"a" * 300_000


def bare(data: bytes) -> bytes:
    """Deflate without the wrapper that its name stands for."""
    pack = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return pack.compress(data) + pack.flush()


PACKED: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "gzip": ("gzip", gzip.compress),
    "in_capitals": (" GZIP ", gzip.compress),
    "several_members": ("gzip", lambda data: gzip.compress(data[:7]) + gzip.compress(b"") + gzip.compress(data[7:])),
    "padded": ("gzip", lambda data: gzip.compress(data) + bytes(99)),
    "deflate": ("deflate", zlib.compress),
    "bare_deflate": ("deflate", bare),
    "plain": ("", bytes),
    "identity": ("identity", bytes),
}


@pytest.mark.parametrize("name", PACKED)
def test_a_body_is_as_it_was(name: str) -> None:
    """Of whatever way of compression, and where it has just as many bytes as it may."""
    encoding, pack = PACKED[name]
    assert inflated(pack(BODY), encoding, len(BODY)) == BODY
    assert inflated(pack(b"x"), encoding, 1) == b"x"
    with pytest.raises(TooLarge, match=f"{len(BODY) - 1:,} bytes"):
        inflated(pack(BODY), encoding, len(BODY) - 1)
    assert beginning(pack(BODY), encoding, 1_000) == BODY[:1_000]


@pytest.mark.parametrize("name", ["gzip", "deflate", "bare_deflate"])
def test_what_was_cut_off_is_no_body(name: str) -> None:
    encoding, pack = PACKED[name]
    for length in (1, 5, 1_000, -9, -1):
        with pytest.raises(Unreadable):
            inflated(pack(BODY)[:length], encoding, 10**9)
    assert BODY.startswith(beginning(pack(BODY)[:-1], encoding, 10**9))
    assert len(beginning(pack(BODY)[:-1], encoding, 10**9)) > 290_000


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "x" * 10_000])
def test_what_was_not_asked_for_is_refused(encoding: str) -> None:
    with pytest.raises(Unreadable) as caught:
        inflated(b"x", encoding, 10)
    assert len(str(caught.value)) < 200
    assert beginning(b"x", encoding, 10) == b""


@pytest.mark.alone
def test_what_grows_takes_no_memory_for_it() -> None:
    """510 kB that grow a thousandfold cost a gigabyte and 13 s."""
    bomb = gzip.compress(bytes(500_000_000), 9)
    start()
    began = perf_counter()
    with pytest.raises(TooLarge):
        inflated(bomb, "gzip", 4_000_000)
    took, (_, peak) = perf_counter() - began, get_traced_memory()
    stop()
    assert took < 1.0
    assert peak < 10_000_000


@pytest.mark.alone
def test_many_members_are_refused_at_once() -> None:
    """Each would have what follows it copied."""
    began = perf_counter()
    with pytest.raises(Unreadable):
        inflated(gzip.compress(b"") * 200_000, "gzip", 10**9)
    assert perf_counter() - began < 1.0
    assert inflated(gzip.compress(b"a") * MEMBERS, "gzip", 10**9) == b"a" * MEMBERS


def test_pieces_are_small() -> None:
    inflater = Inflater("gzip")
    pieces = list(inflater.feed(gzip.compress(bytes(1_000_000))))
    inflater.end()
    assert sum(map(len, pieces)) == 1_000_000
    assert max(map(len, pieces)) <= PIECE


def test_a_body_is_gathered_up_to_its_bound() -> None:
    gathering = Gathering(5)
    assert gathering.add(b"abc")
    assert gathering.add(b"de")
    assert (gathering.content, gathering.full) == (b"abcde", False)
    assert not gathering.add(b"f")
    assert (gathering.content, gathering.full) == (b"abcde", True)


@pytest.mark.parametrize(
    ("headers", "length"),
    [
        ({"content-length": "12"}, 12),
        ({"content-length": "9" * 100}, 10**20 - 1),
        ({"content-length": "-1"}, None),
        ({"content-length": "٣"}, None),
        ({"content-length": "3, 3"}, None),
        ({"content-length": "3", "transfer-encoding": "chunked"}, None),
        ({}, None),
    ],
)
def test_the_length_that_is_announced(headers: dict[str, str], length: int | None) -> None:
    assert announced(headers) == length


@pytest.mark.parametrize("end", [b"\n\n", b"\r\n\r\n", b"\r\r"])
@pytest.mark.parametrize("size", [1, 7, 1_000])
def test_events_are_bounded_each(end: bytes, size: int) -> None:
    """However their bytes arrive; all of them together have no bound."""
    stream = (b"data: " + b"x" * 80 + end) * 50
    events = Events("", 100)
    arrived = b"".join(b"".join(events.feed(stream[at : at + size])) for at in range(0, len(stream), size))
    events.end()
    assert arrived == stream

    endless = b"data: x\n" * 200
    with pytest.raises(TooLarge):
        deque((piece for at in range(0, 1_000, size) for piece in events.feed(endless[at : at + size])), 0)


def test_lines_of_an_event_are_bounded() -> None:
    """Each line is kept until its event ends, and takes more memory than its bytes."""
    events = Events("", 10**9)
    for _ in range(5):
        assert list(events.feed(b"data: xy\n" * 50_000 + b"\n"))
    with pytest.raises(Unreadable, match="100,000 lines"):
        list(events.feed(b"data: xy\n" * 100_001))


def test_events_that_are_compressed() -> None:
    events = Events("gzip", 100_000)
    assert b"".join(events.feed(gzip.compress(b"data: 1\n\n"))) == b"data: 1\n\n"
    events.end()
    with pytest.raises(TooLarge):
        list(Events("gzip", 100_000).feed(gzip.compress(b"data: " + b"x" * 10_000_000)))
    with pytest.raises(Unreadable):
        list(Events("gzip", 100).feed(b"no gzip"))
    cut = Events("gzip", 100)
    list(cut.feed(gzip.compress(b"data: 1\n\n")[:-3]))
    with pytest.raises(Unreadable):
        cut.end()
