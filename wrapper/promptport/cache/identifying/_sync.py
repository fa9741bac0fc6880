# Made from wrapper/promptport/cache/identifying/_async.py by `python tools/unasync.py`: change that file, never this one.
"""Whose copies they are, where only a function knows the key. The asyncio twin is the source of this file."""

from __future__ import annotations

from collections.abc import Callable

from ...concurrency.single_flight import reraise_copy
from ...errors import CallError
from ...platform import Query
from ..state import CacheState, failed

Identify = Callable[[Query, float], None]


def identified(
    state: CacheState, identify: Identify, refresh: Callable[[], None], query: Query, backed: bool, most: float
) -> float:
    """See that it is known whose copies they are. The function is no platform: a copy of the right account needs no more.

    Args:
        state: The copies.
        identify: Asks the function, within so many seconds.
        refresh: Lets the prompt be fetched anew while nobody waits.
        query: Which prompt it is for.
        backed: Whether the caller has something else to go on with.
        most: Seconds that the caller waits at the most.

    Returns:
        The seconds that are left. Where the function failed, and the account has a name, its copies answer all the same.

    Raises:
        CallError: The function failed, now or a moment ago, and without the key nobody knows.
    """
    asked, settings = state.asking(), state.settings
    named = bool(state.traits.account)
    if (backed or named) and (outage := state.failures.outage(query)) is not None:
        refresh()
        if named:
            return most
        raise reraise_copy(outage)
    seconds = min(settings.short_deadline if backed or named else settings.deadline, most)
    try:
        identify(query, seconds)
        state.failures.clear(query)  # those of the function: nothing else was asked
    except CallError as error:
        failed(state, query, error, asked)
        if not named:
            raise
    return max(seconds - (state.monotonic() - asked.at), 0.001)
