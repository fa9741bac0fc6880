"""What has become of all that an outbox has accepted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Books(NamedTuple):
    """The books of an outbox: `accepted + adopted == delivered + waiting + sum(aside.values())`, always.

    Attributes:
        accepted: How many entries this process has put in.
        adopted: How many it has taken over from processes that have ended.
        delivered: How many a platform has taken.
        waiting: How many are still to be delivered, by this process or the next.
        aside: How many were set aside, by reason, of which there are a few dozen at the
            most; `promptport events` lists them.
        dropped: How many were never accepted, by reason.
    """

    accepted: int = 0
    adopted: int = 0
    delivered: int = 0
    waiting: int = 0
    aside: Mapping[str, int] = {}
    dropped: Mapping[str, int] = {}
