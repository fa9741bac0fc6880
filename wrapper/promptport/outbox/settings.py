"""The settings of an outbox."""

from __future__ import annotations

from typing import NamedTuple

MIB = 1 << 20


class OutboxSettings(NamedTuple):
    """How much an outbox keeps, for how long, and in what portions it delivers.

    Attributes:
        most_bytes: Bytes that wait at the most, on disk; beyond them nothing is accepted.
        most_bytes_in_memory: Bytes that wait at the most where there is no disk.
        max_age: Seconds after which an entry is set aside.
        batch_count: Entries that go out together at the most.
        batch_bytes: Their bytes at the most.
        settle: Seconds after the end of its connection for which a delivery of unknown fate may still be under way at a platform
            that can't tell two deliveries of one entry apart.
        distinguishable: Whether the platform can, so that there is nothing to wait for.
        linger: Seconds that the worker gathers for a batch.
        backoff: The longest pause between two tries, in seconds.
        segment: Bytes of a segment.
        entry: Bytes of an entry at the most; one that is larger than a segment has a segment of its own size.
    """

    most_bytes: int = 64 * MIB
    most_bytes_in_memory: int = 4 * MIB
    max_age: float = 7 * 86_400.0
    batch_count: int = 100
    batch_bytes: int = MIB
    settle: float = 120.0
    distinguishable: bool = False
    linger: float = 0.05
    backoff: float = 30.0
    segment: int = MIB
    entry: int = MIB
