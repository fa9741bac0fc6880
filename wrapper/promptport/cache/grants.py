"""Who may have a copy where the platform refuses: the credential that fetched it, and not for ever."""

from __future__ import annotations

from typing import NamedTuple

from .breaker import REFUSED
from .settings import SERVE, CacheSettings


class Grant(NamedTuple):
    """What is kept beside a copy. Moments are those of a clock that only grows; in a store they are seconds since 1970.

    Attributes:
        credential: The credential that fetched it, as `Traits.credential` tells it.
        refused: The moment at which that was first refused since; None where it was not.
        asked: The moment at which it was refused last.
    """

    credential: str = ""
    refused: float | None = None
    asked: float | None = None

    def checked(self, wall: float, skew: float) -> Grant:
        """The same grant, read from a store, without moments that are still to come: some clock was ahead."""
        if self.refused is None or self.asked is None:
            return Grant(self.credential)
        refused = min(self.refused, wall)
        return Grant(self.credential, refused, refused if self.asked > wall + skew else self.asked)

    def moved(self, seconds: float) -> Grant:
        """The same grant, its moments on another clock."""
        if self.refused is None or self.asked is None:
            return self
        return Grant(self.credential, self.refused + seconds, self.asked + seconds)

    def rests(self, credential: str, now: float) -> bool:
        """Whether a credential was refused so lately that nobody asks again."""
        return credential == self.credential and self.asked is not None and now < self.asked + REFUSED

    def after_refusal(self, now: float) -> Grant:
        """The same grant once its credential has been refused."""
        return Grant(self.credential, now if self.refused is None else self.refused, now)


NOBODY = Grant()


def may_have(grant: Grant, credential: str, refused: float | None, now: float, settings: CacheSettings) -> bool:
    """Whether a copy that is no longer fresh may be served without a good answer.

    Args:
        grant: What is kept beside it.
        credential: Who asks.
        refused: The moment of the first refusal of whoever asks, since the last good answer; None where there was none.
        now: This moment.
        settings: What a refusal leaves.
    """
    own = grant.credential == credential
    refusals = [each for each in (refused, grant.refused if own else None) if each is not None]
    if not refusals:
        return True  # an outage, in which it is the account's
    return own and settings.on_refusal == SERVE and now - min(refusals) < settings.refusal_ttl
