"""Whose copies they are, where only a function knows the key. The blocking twin is made from this file by `tools/unasync.py`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from ...concurrency.single_flight import reraise_copy
from ...errors import CallError
from ...platform import Query
from ..state import CacheState, failed

Identify = Callable[[Query, float], Awaitable[None]]


class AsyncIdentifier:
    """Sees that it is known whose copies they are. The function is no platform: a copy of the right account needs no more.

    Args:
        state: The copies.
        identify: Asks the function, for the sake of a query and within so many seconds; None where there is none.
        refresh: Lets a prompt be fetched anew while nobody waits.

    Attributes:
        identify: Asks the function; None once the key is known.
    """

    def __init__(self, state: CacheState, identify: Identify | None, refresh: Callable[[Query], None]) -> None:
        self._state, self.identify, self._refresh = state, identify, refresh

    async def left(self, query: Query, backed: bool, most: float) -> float:
        """See that it is known; answers the seconds that are left.

        Where the function fails, and the account has a name, its copies answer all the same.

        Args:
            query: Which prompt it is for.
            backed: Whether the caller has something else to go on with.
            most: Seconds that the caller waits at the most.

        Raises:
            CallError: The function failed, now or a moment ago, and without the key nobody knows.
        """
        state, identify = self._state, self.identify
        if identify is None:
            return most
        if not state.owner.needs_key(state.traits):
            self.identify = None  # what is known once stays so, also where the key is another one later
            return most
        asked, settings, named = state.asking(), state.settings, bool(state.traits.account)
        if (backed or named) and (outage := state.failures.outage(query)) is not None:
            self._refresh(query)
            if named:
                return most
            raise reraise_copy(outage)
        seconds = min(settings.short_deadline if backed or named else settings.deadline, most)
        try:
            await identify(query, seconds)
            state.failures.clear(query)  # those of the function: nothing else was asked
        except CallError as error:
            failed(state, query, error, asked)
            if not named:
                raise
        return max(seconds - (state.monotonic() - asked.at), 0.001)
