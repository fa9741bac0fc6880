"""Who a platform has answered: the account and the credential that the request was sent with, whatever the key is by now."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from ..platform import Fetched, Principal

_watched: ContextVar[list[Principal] | None] = ContextVar("principals", default=None)


@contextmanager
def principals() -> Iterator[list[Principal]]:
    """Note whom the calls inside the block were answered as, which this thread or task makes.

    Yields:
        Who it was, one for each successful call.
    """
    seen: list[Principal] = []
    token = _watched.set(seen)
    try:
        yield seen
    finally:
        _watched.reset(token)


def note_principal(principal: Principal | None) -> None:
    """Take in whom a call was answered as, where somebody asks for it."""
    seen = _watched.get()
    if seen is not None and principal is not None:
        seen.append(principal)


def answered_to(seen: list[Principal], fetched: Fetched) -> Fetched:
    """What was fetched, with whom the platform gave it to, where nobody else has said so.

    Of several requests the first counts: what was found with one key and read with another is no copy of the other's account.
    """
    return fetched if fetched.principal is not None or not seen else fetched._replace(principal=seen[0])
