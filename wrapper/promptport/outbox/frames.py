"""The bytes of a segment: a head, then frames, one behind the other, up to the first length of zero.

A frame is there once its length is: its payload is written first, its length last, so that a process that dies in between has
written nothing. What is known of its delivery stands in the frame itself, which is why the next process knows it, too.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from mmap import mmap
from struct import Struct
from typing import Any, NamedTuple
from zlib import crc32

MAGIC = b"promptport outbox 1\n"
HEAD = 1024  # bytes before the first frame
ALIGNED = 8
FRAME = Struct("=IIIId")  # length, checksum, state, attempts, time
LENGTH = Struct("=I")
REST = Struct("=IIId")  # all but the length
FATE = Struct("=IId")  # state, attempts, time

WAITING, SENT, UNKNOWN, DONE = range(4)
"""It waits; it is under way; it was, and nobody knows whether it has arrived; it is over, one way or the other."""


Buffer = bytes | bytearray | mmap


class Frame(NamedTuple):
    """A payload in a segment.

    Attributes:
        at: Where it begins, in bytes.
        payload: What was written.
        state: `WAITING`, `SENT`, `UNKNOWN` or `DONE`.
        attempts: How often it was sent.
        time: When it was sent, or its connection ended, in seconds since 1970; 0 where it never was.
    """

    at: int
    payload: bytes
    state: int
    attempts: int
    time: float


def room(payload: bytes) -> int:
    """How many bytes a frame takes."""
    return -(-(FRAME.size + len(payload)) // ALIGNED) * ALIGNED


def write_head(buffer: Any, about: dict[str, Any]) -> None:
    """Write what a segment is.

    Raises:
        ValueError: It takes more than the head has room for.
    """
    text = MAGIC + json.dumps(about).encode() + b"\n"
    if len(text) > HEAD:
        raise ValueError("the head of a segment is too long")
    buffer[: len(text)] = text


def read_head(buffer: Buffer) -> dict[str, Any] | None:
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
    REST.pack_into(buffer, at + LENGTH.size, crc32(payload), WAITING, 0, 0.0)
    LENGTH.pack_into(buffer, at, len(payload))


def write_fate(buffer: Any, at: int, state: int, attempts: int, time: float) -> None:
    """Say what has become of a frame."""
    FATE.pack_into(buffer, at + 2 * LENGTH.size, state, attempts, time)


def frames(buffer: Buffer, at: int = HEAD) -> Iterator[Frame]:
    """The frames of a segment, from one on; it ends where something is no frame."""
    end = len(buffer)
    while at + FRAME.size <= end:
        length, checksum, state, attempts, time = FRAME.unpack_from(buffer, at)
        begin = at + FRAME.size
        if not length or begin + length > end:
            return
        payload = bytes(buffer[begin : begin + length])
        if crc32(payload) != checksum:
            return
        yield Frame(at, payload, state, attempts, time)
        at += room(payload)
