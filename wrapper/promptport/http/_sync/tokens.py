# Made from wrapper/promptport/http/_async/tokens.py by `python tools/unasync.py`: change that file, never this one.
"""A token for many calls: fetched once, renewed before it expires, dropped when the platform refuses it.

The asyncio twin is the source of this file.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial
from typing import Any, NamedTuple

from ...concurrency.single_flight.blocking import SingleFlight
from ...errors import CallError
from ...platform import Principal
from ..clock import Deadline
from ..rules import Grant

PAUSE = 1.0  # seconds between two tries to renew, at the least


class _Token(NamedTuple):
    token: str
    principal: Principal | None  # who has shown the credentials
    renewed: float  # from this moment on one caller renews it, while the others go on with it
    expires: float

    def __repr__(self) -> str:
        return f"_Token(renewed={self.renewed:g}, expires={self.expires:g})"


class Tokens:
    """The token of one client.

    Args:
        early: Seconds before its expiry that a token is renewed; at most half of its life.
        monotonic: Seconds that only grow.
    """

    def __init__(self, early: float, monotonic: Callable[[], float]) -> None:
        self._early = early
        self._monotonic = monotonic
        self._flight = SingleFlight()
        self._current: _Token | None = None

    def principal(self, token: str) -> Principal | None:
        """Who has shown the credentials that a token stands for; None where it was dropped or replaced."""
        current = self._current
        return current.principal if current is not None and current.token == token else None

    def get(
        self,
        fetch: Callable[[Deadline], Grant],
        deadline: Deadline,
        limits: Hashable = None,
        principal: Principal | None = None,
    ) -> tuple[str, bool]:
        """A token that is good, and whether it was fetched just now.

        A token that will soon expire is renewed by one caller, in a part of the time that it has; where that fails, it goes
        on with the old one, and the next try is later.

        Args:
            fetch: Exchanges the credentials, in the time that it is given.
            deadline: Seconds that the caller has.
            limits: Those wait for the same exchange whose limits are alike: nobody fails because another gave up early.
            principal: Who asks now: a token of other credentials, which were replaced meanwhile, is none for them.

        Raises:
            TimeoutError: Somebody else is at it, and no time is left to wait.
            CallError: The exchange failed, and there is no token that is still good; or the credentials are refused.
        """
        while True:
            held, now = self._current, self._monotonic()
            current = None if held is not None and principal not in (None, held.principal) else held
            if current is not None and now < current.renewed:
                return current.token, False
            old = current if current is not None and now < current.expires else None
            if old is not None and self._flight.busy("renewal"):
                return old.token, False
            limit = deadline if old is None else deadline.part(deadline.remaining() / 4)
            leads: list[bool] = []
            renew = partial(self._renew, fetch, limit, held, leads)
            try:
                return self._flight.run("renewal" if old else (limits,), renew, deadline.remaining()), True
            except CallError as error:
                now = self._monotonic()
                if old is not None and now < old.expires and error.status_code not in (401, 403):
                    if self._current is old:
                        self._current = old._replace(renewed=now + max((old.expires - now) / 2, PAUSE))
                    return old.token, False
                if leads or error.kind != "timeout" or not deadline.remaining():
                    raise
                # Whoever was at it came earlier, or as part of a longer call, and had less time than is left here.

    def _renew(
        self,
        fetch: Callable[[Deadline], Grant],
        limit: Deadline,
        current: _Token | None,
        leads: list[bool],
    ) -> str:
        leads.append(True)
        if self._current is not None and self._current is not current:
            return self._current.token  # somebody was done just before
        asked = self._monotonic()
        grant = fetch(limit)
        life = max(grant.seconds, 0.0)
        self._current = _Token(grant.token, grant.principal, asked + life - min(self._early, life / 2), asked + life)
        return grant.token

    def drop(self, token: str) -> None:
        """Forget a token that the platform refused, unless another has taken its place."""
        if self._current is not None and self._current.token == token:
            self._current = None
