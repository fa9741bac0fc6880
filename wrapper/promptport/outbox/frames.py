"""The bytes of a segment: a head, then frames, one behind the other, up to the first length of zero.

A frame is there once its length is: its payload is written first, its length last, so that a process that dies in between has
written nothing. What is known of its delivery stands in the frame itself, which is why the next process knows it, too.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from struct import Struct
from typing import Any, NamedTuple, Protocol
from zlib import crc32

MAGIC = b"promptport outbox 1\n"
HEAD = 1024  # bytes before the first frame
ALIGNED = 8
FRAME = Struct("=IIIId")  # length, checksum, state, attempts, time
LENGTH = Struct("=I")
REST = Struct("=IIId")  # all but the length
FATE = Struct("=IId")  # state, attempts, time
SHOWN = 1 << 16  # bytes that are kept of what is no frame

WAITING, SENT, UNKNOWN, DONE = range(4)
"""It waits; it is under way; it was, and nobody knows whether it has arrived; it is over, one way or the other."""


class Readable(Protocol):
    """Bytes that can be read: in memory, of a mapping, or of a file."""

    def __len__(self) -> int: ...

    def __getitem__(self, part: slice, /) -> bytes | bytearray: ...


class Frame(NamedTuple):
    """A payload in a segment.

    Attributes:
        at: Where it begins, in bytes.
        payload: What was written.
        state: `WAITING`, `SENT`, `UNKNOWN` or `DONE`.
        attempts: How often it was sent.
        time: When it was sent, or its connection ended, in seconds since 1970; 0 where it never was.
        torn: Whether it is not what was written.
    """

    at: int
    payload: bytes
    state: int
    attempts: int
    time: float
    torn: bool = False


def room(payload: bytes) -> int:
    """How many bytes a frame takes."""
    return _room(len(payload))


def _room(length: int) -> int:
    return -(-(FRAME.size + length) // ALIGNED) * ALIGNED


def write_head(buffer: Any, about: dict[str, Any]) -> None:
    """Write what a segment is.

    Raises:
        ValueError: It takes more than the head has room for.
    """
    text = MAGIC + json.dumps(about).encode() + b"\n"
    if len(text) > HEAD:
        raise ValueError("the head of a segment is too long")
    buffer[: len(text)] = text


def read_head(buffer: Readable) -> dict[str, Any] | None:
    """What a segment is; None where it is none."""
    text = bytes(buffer[:HEAD])
    if not text.startswith(MAGIC):
        return None
    try:
        found = json.loads(text[len(MAGIC) :].split(b"\n", 1)[0])
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def write_frame(buffer: Any, at: int, payload: bytes) -> None:
    """Write a frame where nothing is yet."""
    begin = at + FRAME.size
    buffer[begin : begin + len(payload)] = payload
    buffer[at + LENGTH.size : begin] = REST.pack(crc32(payload), WAITING, 0, 0.0)
    buffer[at : at + LENGTH.size] = LENGTH.pack(len(payload))


def write_fate(buffer: Any, at: int, state: int, attempts: int, time: float) -> None:
    """Say what has become of a frame."""
    buffer[at + 2 * LENGTH.size : at + FRAME.size] = FATE.pack(state, attempts, time)


def frames(buffer: Readable, at: int = HEAD, *, sealed: bool = False) -> Iterator[Frame]:
    """The frames of a segment, from one on; it ends where something is no frame.

    Args:
        buffer: The segment.
        at: Where the first one begins, in bytes.
        sealed: Whether nobody writes it any more, so that what is no frame will never be one: it is told as torn, and what
            follows it is looked for.
    """
    end = len(buffer)
    while at + FRAME.size <= end:
        length, checksum, state, attempts, time = FRAME.unpack(buffer[at : at + FRAME.size])
        begin = at + FRAME.size
        if not length:
            return
        torn = begin + length > end  # nothing tells where the next one begins
        payload = bytes(buffer[begin : begin + (SHOWN if torn else length)])
        spoilt = torn or crc32(payload) != checksum
        if spoilt and not sealed:
            return
        yield Frame(at, payload.rstrip(b"\0") if torn else payload, state, attempts, time, spoilt)
        if torn:
            return
        at += _room(length)
