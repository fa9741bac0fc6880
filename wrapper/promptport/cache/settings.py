"""How long copies are good for, and what they are good for after a refusal."""

from __future__ import annotations

from math import inf
from random import random
from typing import Any, NamedTuple

from ..errors import ConfigurationError
from ..platform import Fetched, Query
from ..settings import number

FOREVER, NEVER = inf, -inf
WEEK = 7 * 86_400.0  # seconds
SERVE, RAISE = "serve", "raise"


class CacheSettings(NamedTuple):
    """How long things are good for, in seconds.

    Attributes:
        ttl: How long a copy answers without a question, give or take a tenth, wherever it lies. At 0 the platform is asked every
            time, at infinity once. A version that never changes is for ever.
        stale: How much longer one in memory answers at once while it is fetched anew.
        deadline: How long a caller waits who has nothing else.
        short_deadline: How long a caller waits who has an older copy, or a fallback.
        negative_ttl: How long it is remembered that there is no such prompt.
        on_refusal: What a caller gets where the platform refused the key and a copy is kept: the copy (`serve`), or the error
            (`raise`).
        refusal_ttl: How long copies go on answering after the first refusal.
    """

    ttl: float = 60.0
    stale: float = 600.0
    deadline: float = 5.0
    short_deadline: float = 1.5
    negative_ttl: float = 5.0
    on_refusal: str = SERVE
    refusal_ttl: float = WEEK

    @classmethod
    def checked(
        cls,
        ttl: float = 60.0,
        stale: float = 600.0,
        deadline: float = 5.0,
        on_refusal: Any = SERVE,
        refusal_ttl: float = WEEK,
    ) -> CacheSettings:
        """The settings that a caller gave.

        Raises:
            ConfigurationError: One is no number, out of bounds, or none of the words that there are.
        """
        if on_refusal not in (SERVE, RAISE):
            raise ConfigurationError(f"`on_refusal` must be {SERVE!r} or {RAISE!r}, not {on_refusal!r}.")
        return cls(
            number(ttl, argument="ttl", most=inf),
            number(stale, argument="stale", most=1e9),
            number(deadline, argument="deadline", least=0.001),
            min(cls().short_deadline, deadline),
            on_refusal=on_refusal,
            refusal_ttl=number(refusal_ttl, argument="refusal_ttl", most=inf),
        )

    def ttl_of(self, query: Query, fetched: Fetched) -> float:
        """How long an answer is fresh, in seconds: a version that never changes, asked for as such, for ever."""
        if query.version is not None and fetched.fixed:
            return FOREVER
        return self.ttl * (0.9 + 0.2 * random())

    def stale_until(self, now: float, until: float) -> float:
        """Until when a copy answers at once while it is fetched anew.

        What was past its time when it came into this process is asked about first: it may have come to print one line.

        Args:
            now: The moment at which it came.
            until: The moment until which it is fresh.
        """
        return until + self.stale if now < until else NEVER
