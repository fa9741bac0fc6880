"""A token for many calls: fetched once, renewed before it expires, dropped when the platform refuses it.

`_sync.py` is made from this file by `tools/unasync.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, NamedTuple

from ...errors import CallError
from ...flight.aio import AsyncFlight
from ..clock import Left
from ..rules import Grant


class _Held(NamedTuple):
    token: str
    renewed: float  # from this moment on one caller renews it, while the others go on with it
    expires: float


class AsyncTokens:
    """The token of one client.

    Args:
        early: Seconds before its expiry that a token is renewed; at most half of its life.
        monotonic: Seconds that only grow.
    """

    def __init__(self, early: float, monotonic: Callable[[], float]) -> None:
        self._early = early
        self._monotonic = monotonic
        self._flight = AsyncFlight()
        self._held: _Held | None = None

    async def get(self, fetch: Callable[[], Coroutine[Any, Any, Grant]], left: Left) -> tuple[str, bool]:
        """A token that is good, and whether it was fetched just now.

        Args:
            fetch: Exchanges the credentials.
            left: Seconds to wait for another who is at it already.

        Raises:
            TimeoutError: Somebody else is at it, and no time is left to wait.
            CallError: The exchange failed, and there is no token that is still good.
        """
        held, now = self._held, self._monotonic()
        if held is not None and now < held.renewed:
            return held.token, False
        good = held is not None and now < held.expires
        if held is not None and good and self._flight.busy("token"):
            return held.token, False

        async def renew() -> str:
            asked = self._monotonic()
            grant = await fetch()
            life = max(grant.seconds, 0.0)
            self._held = _Held(grant.token, asked + life - min(self._early, life / 2), asked + life)
            return grant.token

        try:
            return await self._flight.run("token", renew, left.now()), True
        except CallError as error:
            if held is not None and good and error.status_code not in (401, 403):
                return held.token, False
            raise

    def drop(self, token: str) -> None:
        """Forget a token that the platform refused, unless another has taken its place."""
        if self._held is not None and self._held.token == token:
            self._held = None
