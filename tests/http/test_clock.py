"""Proves the clock of the road to the wire: deadlines that shrink, waits that can be skipped, and `Retry-After`."""

from __future__ import annotations

import pytest

from promptport.http.clock import Deadline, retry_after, skip, without_waiting


class Hand:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_deadline_shrinks() -> None:
    """It is a number for libraries that want one, and knows how much of it is left."""
    hand = Hand()
    deadline = Deadline(10.0, hand)
    assert (deadline, deadline.remaining()) == (10.0, 10.0)
    hand.now += 4
    assert (deadline, deadline.remaining()) == (10.0, 6.0)
    hand.now += 7
    assert deadline.remaining() == 0.0


def test_a_part_ends_with_the_whole() -> None:
    hand = Hand()
    deadline = Deadline(10.0, hand)
    assert deadline.part(3.0).remaining() == 3.0
    hand.now += 8
    part = deadline.part(3.0)
    assert part.remaining() == 2.0
    hand.now += 1
    assert part.remaining() == 1.0


def test_a_wait_that_is_skipped_counts() -> None:
    """Inside the block nothing is waited for, and the time is taken from the deadline all the same."""
    deadline = Deadline(10.0, Hand())
    assert not skip(1.0, deadline)
    with without_waiting() as waits:
        assert skip(4.0, deadline)
        with without_waiting() as inner:
            assert skip(1.0, deadline)
        assert skip(2.0, deadline)
    assert not skip(1.0, deadline)

    assert (waits, inner) == ([4.0, 2.0], [1.0])
    assert deadline.remaining() == 3.0


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, None), ("", None), ("5", 5.0), ("0", 0.0), ("1.5", 1.5), ("-3", 0.0), ("soon", None), ("nan", None),
        ("Thu, 01 Jan 1970 00:01:40 GMT", 40.0), ("Thu, 01 Jan 1970 00:00:00 GMT", 0.0), ("99999999999999999999", 1e20),
    ],
)  # fmt: skip
def test_retry_after_header(header: str | None, seconds: float | None) -> None:
    """Seconds, or a date; what is neither is not there."""
    assert retry_after(header, wall=lambda: 60.0) == seconds
