"""One portion on its way: several entries at once, but never two that the platform could mistake for one another."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Hashable, Sequence

from ...base.delivering import result_of
from ...errors import ArgumentError, CallError, ConfigurationError, Error, NotFound, NotSupported
from ...outbox.accounts import Notes
from ...outbox.entry import Entry
from ...outbox.interrupted import Interrupted
from ...outbox.result import Outcome, Result

_log = logging.getLogger("promptport")
WIDTH = 8  # entries that are under way at once
STRIKES = 3  # times that a platform may stumble over one entry, while it takes others
MOST = 10_000  # entries that are remembered
DONE = Result(Outcome.DELIVERED)
UNDER_WAY = Result(Outcome.UNKNOWN, "another of its name on its trace may still be under way")
DOUBTFUL = "it may have arrived, and would count twice"
UNREADABLE = Result(Outcome.REFUSED, "it is none that this release of promptport can read")
Send = Callable[[Entry, Notes], Awaitable[None]]


class NotSent(Exception):
    """Nothing of an entry was sent, since a call that must come before it failed.

    Args:
        error: How.
        alone: Whether that holds up no other entry: those that need no such call go on.
    """

    def __init__(self, error: CallError, alone: bool = False) -> None:
        super().__init__()
        self.error, self.alone = error, alone


class Rounds:
    """Sends portions, and remembers between them what one alone can't know.

    Args:
        send: Sends one entry. Raises an error of ours where it fails.
        likeness: What two entries have in common that must never be under way at once. Raises KeyError or TypeError where an
            entry is none.
        distinguishable: Whether who takes them can tell two deliveries of one entry apart.
        once: Whether an entry that may have arrived is never sent again, since nobody could tell.
    """

    def __init__(
        self, send: Send, likeness: Callable[[Entry], Hashable], distinguishable: bool = False, once: bool = False
    ) -> None:
        self._send, self._likeness, self._distinguishable, self._once = send, likeness, distinguishable, once
        # What becomes of one that is cut off: never again, where nobody could tell; else when it can no longer be under way.
        self._lost = Outcome.NOT_RECEIVED if distinguishable else Outcome.REFUSED if once else Outcome.UNKNOWN
        self._unknown: dict[Hashable, str] = {}  # the entries of unknown fate, by their likeness
        self._strikes: dict[
            str, tuple[int, int]
        ] = {}  # how often entries failed, and what was delivered when they first did
        self._delivered = 0
        self._well = False

    async def deliver(self, batch: Sequence[Entry], notes: Notes) -> Result:
        """Send a portion, each entry once at the most."""
        chains, results = dict[Hashable, list[Entry]](), dict[str, Result]()
        for each in batch:
            try:
                chains.setdefault(self._likeness(each), []).append(each)
            except (KeyError, TypeError, AttributeError):
                results[each.id] = UNREADABLE
        waiting, begun, ended = deque(chains.values()), set[str](), list[Result]()

        async def go_on() -> None:
            while waiting and not ended:
                for entry in waiting.popleft():
                    if ended:
                        return
                    begun.add(entry.id)
                    result, is_outage = await self._one(entry, notes)
                    results[entry.id] = result
                    if is_outage:
                        ended.append(result)

        # One that failed last is asked with one at a time: what hangs there has an unknown fate.
        try:
            async with asyncio.TaskGroup() as group:
                for _ in range(WIDTH if self._well else 1):
                    group.create_task(go_on())
        except asyncio.CancelledError:  # the process ends: what was not begun can go at once with the next one
            doubtful = dict.fromkeys(begun - results.keys(), Result(self._lost, DOUBTFUL))
            raise Interrupted(Result(Outcome.NOT_RECEIVED, each=doubtful | results)) from None
        self._well = not ended
        again = ended or [each for each in results.values() if each.outcome is Outcome.NOT_RECEIVED]
        if not again:
            return Result(Outcome.DELIVERED, each=results)
        after = max(each.after for each in again)
        return Result(Outcome.NOT_RECEIVED, again[0].reason, after, results)

    async def _one(self, entry: Entry, notes: Notes) -> tuple[Result, bool]:
        """Send an entry; answers what became of it, and whether the platform is to be left alone for a while."""
        likeness = self._likeness(entry)
        if self._unknown.get(likeness, entry.id) != entry.id:
            return UNDER_WAY, False
        result, is_outage = await self._sent(entry, notes)
        if result.outcome is Outcome.UNKNOWN:
            if self._once:
                return Result(Outcome.REFUSED, f"{DOUBTFUL}: {result.reason}"), is_outage
            self._unknown[likeness] = entry.id
            _forget(self._unknown)
        else:
            self._unknown.pop(likeness, None)
        if result.outcome is not Outcome.NOT_RECEIVED:
            self._strikes.pop(entry.id, None)
        return result, is_outage

    async def _sent(self, entry: Entry, notes: Notes) -> tuple[Result, bool]:
        try:
            await self._send(entry, notes)
        except NotSent as early:
            if early.alone:  # it steps back like one in doubt, behind which nobody waits
                return Result(Outcome.UNKNOWN, _words(early.error)), False
            return self._failed(entry, early.error, result_of(early.error, distinguishable=True))
        except CallError as error:
            return self._failed(entry, error, result_of(error, self._distinguishable))
        except (NotFound, NotSupported, ArgumentError) as error:
            return Result(Outcome.REFUSED, _words(error)), False
        except ConfigurationError as error:
            return Result(Outcome.NOT_RECEIVED, _words(error)), True
        except Error as error:  # such as one of a client that was closed meanwhile
            return Result(Outcome.UNKNOWN, _words(error)), True
        except Exception as error:  # of a platform that others have written
            _log.exception("What delivers a %s has failed, by its own fault.", entry.kind)
            return Result(self._lost, type(error).__name__), True
        self._delivered += 1
        return DONE, False

    def _failed(self, entry: Entry, error: CallError, result: Result) -> tuple[Result, bool]:
        if result.outcome in (Outcome.REFUSED, Outcome.TOO_LARGE):
            return result, False
        if error.status_code != 500:
            return result, True
        # The platform has stumbled, be it over this one or over anything: others that it takes meanwhile tell.
        count, before = self._strikes.get(entry.id, (0, self._delivered))
        others = self._delivered > before
        if count + 1 >= STRIKES and others:
            return result._replace(outcome=Outcome.REFUSED), False
        self._strikes[entry.id] = count + 1, before
        _forget(self._strikes)
        return result, not others and count > 0


def _words(error: Error) -> str:
    return error.message.rstrip(".")  # a sentence is made around them


def _forget(known: dict[Hashable, str] | dict[str, tuple[int, int]]) -> None:
    """Forget the oldest of very many."""
    if len(known) > MOST:
        known.pop(next(iter(known)))  # type: ignore[call-overload] # a key of its own
