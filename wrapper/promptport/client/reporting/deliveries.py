"""What brings events and scores to a platform, or to an application's function."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Hashable, Sequence
from contextlib import suppress
from inspect import isawaitable, iscoroutinefunction
from typing import Any
from weakref import WeakValueDictionary

from ...concurrency.off_loop import reports
from ...errors import CallError, NotSupported
from ...outbox.accounts import Notes
from ...outbox.entry import AT, Entry
from ...outbox.result import Result
from ...platform import Event, Query
from .findings import Findings
from .round import NotSent, Rounds

_log = logging.getLogger("promptport")
SECONDS = 10.0  # of one delivery
PRODUCTION = "production"


class SourceDelivery:
    """Brings entries to a platform.

    Args:
        source: The platform's asyncio variant, or what stands for it; it does not try again by itself.
        kind: `event` or `score`.
        found: Takes in what is found out.
        platform: The platform's name.
        check: Raises ConfigurationError where nothing may be sent now.
        opened: What is closed with this; None where it is the client's.
    """

    def __init__(
        self,
        source: Any,
        kind: str,
        found: Findings,
        platform: str,
        check: Callable[[], None] = lambda: None,
        opened: Any = None,
    ) -> None:
        self._source, self._found, self._platform = source, found, platform
        self._check, self._opened = check, opened
        score = kind == "score"
        self._has_ids = score and has_score_ids(source)
        # Where a score has nothing that the platform could know it by, one that may have arrived is left to a person.
        self._rounds = Rounds(
            self._score if score else self._event,
            _own if score else _likeness,
            distinguishable=self._has_ids,
            once=score and not self._has_ids,
        )
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def deliver(self, batch: Sequence[Entry], notes: Notes) -> Result:
        """Deliver a portion, each of it with one try."""
        return await self._rounds.deliver(batch, notes)

    async def aclose(self) -> None:
        """Let go of connections."""
        if self._opened is not None:
            await self._opened.aclose()

    async def _event(self, entry: Entry, notes: Notes) -> None:
        event = event_of(entry)._replace(trace=await self._trace(entry.body, notes))
        self._check()
        if await self._source.event(event, SECONDS):
            self._found.duplicates += 1
            if self._found.duplicates == 1:
                _log.warning(
                    "%s had an event %r of the trace %s already, and keeps the first of each name.",
                    self._platform,
                    event.name,
                    event.trace,
                )

    async def _score(self, entry: Entry, notes: Notes) -> None:
        body = entry.body
        trace = await self._trace(body, notes)
        self._check()
        try:
            known = (entry.id, entry.at) if self._has_ids else ()
            await self._source.score(trace, body["score"], body["value"], body.get("comment"), SECONDS, *known)
        except NotSupported as error:
            self._found.lacking = error.message
            raise

    async def _trace(self, body: dict[str, Any], notes: Notes) -> str:
        """The trace of an entry. One that is obtained for a rendered prompt is kept before anything is sent with it."""
        if "trace" in body:
            return str(body["trace"])
        key = body["rendering"]
        async with self._locks.setdefault(key, asyncio.Lock()):
            if (known := notes.recall(key)) is not None:
                return known
            self._check()
            version = body.get("version")
            label = PRODUCTION if version is None else None
            try:
                trace: str = await self._source.trace(Query(body["prompt"], version, label), SECONDS)
            except CallError as error:
                raise NotSent(error, error.status_code == 429) from error
            with suppress(ValueError):  # it is longer than any that was ever seen: the next process asks for another
                notes.keep(key, trace)
            return trace


class FunctionDelivery:
    """Hands events to an application's function, as often as it raises.

    Args:
        function: Takes an `Event`; it may be one to await.
    """

    def __init__(self, function: Callable[[Event], object]) -> None:
        self._function = function
        self._rounds = Rounds(self._call, _own, distinguishable=True)

    async def deliver(self, batch: Sequence[Entry], notes: Notes) -> Result:
        """Hand a portion over."""
        return await self._rounds.deliver(batch, notes)

    async def aclose(self) -> None:
        """Do nothing."""

    async def _call(self, entry: Entry, notes: Notes) -> None:
        name = getattr(self._function, "__qualname__", type(self._function).__name__)
        event = event_of(entry)
        try:
            if iscoroutinefunction(self._function):
                async with asyncio.timeout(SECONDS):
                    await self._function(event)
                return
            answer = await reports.run(SECONDS, self._function, event)
            if isawaitable(answer):
                async with asyncio.timeout(SECONDS):
                    await answer
        except CallError:
            raise
        except TimeoutError:
            raise CallError(f"`{name}` took longer than {SECONDS:g} s for an event.", kind="timeout") from None
        except asyncio.CancelledError as error:
            if (task := asyncio.current_task()) is not None and task.cancelling():
                raise
            raise CallError(f"`{name}` raised {type(error).__name__}.", 500) from None
        except (
            Exception,
            SystemExit,
            KeyboardInterrupt,
        ) as error:  # its text may hold anything; it ends nothing but its call
            raise CallError(f"`{name}` raised {type(error).__name__}.", 500) from None


def has_score_ids(source: Any) -> bool:
    """Whether a platform replaces a score by one of its id (`promptport.platform.ScoresWithIds`)."""
    return bool(getattr(source, "has_score_ids", False))


def event_of(entry: Entry) -> Event:
    """An event as it lies in the outbox."""
    body = entry.body
    return Event(
        entry.id,
        body["event"],
        body.get(AT, entry.at),
        body.get("trace"),
        body.get("user_id"),
        body.get("session_id"),
        body.get("value"),
        body.get("currency"),
        body.get("metadata"),
        body.get("prompt"),
        body.get("version"),
        body.get("unit"),
        body.get("experiment"),
        body.get("variant"),
    )


def _likeness(entry: Entry) -> Hashable:
    """What xR2 knows events by, and whoever else keeps one of each name for a trace."""
    body = entry.body
    return body["trace"] if "trace" in body else (body["rendering"], body["prompt"]), body["event"]


def _own(entry: Entry) -> Hashable:
    """Nothing in common with any other."""
    return entry.body["score" if entry.kind == "score" else "event"], entry.id
