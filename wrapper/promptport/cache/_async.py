"""The fetch engine: fresh, stale, last known good. `_sync.py` is made from this file by `tools/unasync.py`.

A caller waits for the platform only where nothing is kept, or where what is kept is too old; and then never longer than one
deadline.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from copy import copy as copy_of
from random import random
from typing import NamedTuple

from ..errors import CallError, NotFound
from ..flight import own
from ..flight.aio import AsyncFlight, pause
from ..fork import watch
from ..platform import Fetched, Query, Traits
from ..prompt import Prompt
from .aio import spawn
from .breaker import Breaker
from .memory import NEVER, Copy, Memory
from .record import packed, place, seal, unpacked
from .refresh import Refetch, refresh
from .store import AsyncStore

FOREVER = float("inf")


class Terms(NamedTuple):
    """How long things are good for, in seconds.

    Attributes:
        fresh: How long a copy of what a label names answers without a question, give or take a tenth. A version that was
            asked for by its number or id is for ever.
        stale: How much longer it answers at once while it is fetched anew.
        patience: How long a caller waits who has nothing else.
        brief: How long a caller waits who has an older copy, or a fallback.
        gone: How long it is remembered that there is no such prompt.
    """

    fresh: float = 60.0
    stale: float = 600.0
    patience: float = 5.0
    brief: float = 1.5
    gone: float = 5.0


class AsyncCache:
    """The prompts of one client.

    Args:
        traits: Whose they are.
        fetch: Asks the platform, within so many seconds.
        refetch: Asks the platform's asyncio half.
        store: Where copies outlive the process; None where they don't.
        terms: How long things are good for.
        monotonic: Seconds that only grow.
    """

    def __init__(
        self,
        traits: Traits,
        fetch: Callable[[Query, float], Awaitable[Fetched]],
        refetch: Refetch,
        store: AsyncStore | None,
        terms: Terms,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.traits, self.terms, self.store = traits, terms, store
        self.refetch, self.monotonic = refetch, monotonic
        self.memory: Memory[Prompt] = Memory()
        self.breaker = Breaker(monotonic)
        self._fetch = fetch
        self._flight = AsyncFlight()
        self._gone: dict[Query, tuple[float, NotFound]] = {}
        self._rests: dict[Query, Breaker] = {}
        self.after_fork()
        watch(self)

    def after_fork(self) -> None:
        """The parent's refreshes are not the child's; its copies are."""
        self._busy: set[Query] = set()

    def asking(self, fetch: Callable[[Query, float], Awaitable[Fetched]]) -> AsyncCache:
        """The same copies for a client that asks in another way."""
        made = copy_of(self)
        made._fetch, made._flight = fetch, AsyncFlight()
        watch(made)
        return made

    async def get(self, query: Query, backed: bool) -> Prompt:
        """A prompt.

        Args:
            query: Which.
            backed: Whether the caller has something else to go on with, and waits the less.

        Raises:
            NotFound: There is no such prompt.
            CallError: The platform failed, and no copy is kept.
        """
        now, terms = self.monotonic(), self.terms
        copy = self.memory.get(query)
        if copy is None:
            copy = await self._recall(query)
        if copy is not None:
            if now < copy.until:
                return copy.value
            if now < copy.until + terms.stale:
                self.renew(query)
                return _old(copy)
        if gone := self._gone.get(query):
            if now < gone[0]:
                raise own(gone[1])
            del self._gone[query]
        spare = copy is not None or backed
        if spare and self.breaker.open and self.breaker.error is not None:
            self.renew(query)
            if copy is not None:
                return _old(copy)
            raise own(self.breaker.error)
        try:
            return await self._fetched(query, terms.brief if spare else terms.patience)
        except CallError as error:
            if error.passing:
                self.breaker.failed(error)
                if copy is not None:
                    return _old(copy)
            raise

    async def _fetched(self, query: Query, seconds: float) -> Prompt:
        """Ask the platform, or wait for whoever does already."""
        mine = False

        async def load() -> Prompt:
            nonlocal mine
            mine = True
            return await self._load(query, seconds)

        try:
            prompt = await self._flight.run((query, seconds), load, seconds)
        except TimeoutError:
            message = f"There was no answer within {seconds:g} s to a question that another caller has asked."
            raise CallError(message, kind="timeout", platform=self.traits.name) from None
        if mine:
            return prompt
        # What was chosen for one caller, as in an A/B test, is no answer for another.
        return prompt.told("cache") if prompt.fetched.cacheable else await self._load(query, seconds)

    async def _load(self, query: Query, seconds: float) -> Prompt:
        """Ask the platform, once for all processes that share the store."""
        if self.store is None:
            return await self._ask(query, seconds)
        spot, end = place(self.traits, query), self.monotonic() + seconds
        claim = await self.store.claim(spot, seconds)
        while claim is None and self.monotonic() < end:
            await pause(0.01)
            claim = await self.store.claim(spot, seconds)
        try:
            copy = await self._recall(query)  # another may have fetched it since we looked
            if copy is not None and self.monotonic() < copy.until:
                return copy.value
            return await self._ask(query, max(end - self.monotonic(), 0.001))
        finally:
            if claim is not None:
                await self.store.release(claim)

    async def _ask(self, query: Query, seconds: float) -> Prompt:
        try:
            fetched = await self._fetch(query, seconds)
        except NotFound as error:
            await self.forget(query, error)
            raise
        return await self.keep(query, fetched)

    async def keep(self, query: Query, fetched: Fetched) -> Prompt:
        """Take in what the platform answered. Answers it as a prompt of the network."""
        self.breaker.succeeded()
        self._rests.pop(query, None)
        self._gone.pop(query, None)
        now, wall = self.monotonic(), time.time()
        prompt = Prompt.of(fetched, self.traits.name, "network", wall)
        if not fetched.cacheable:
            kept = self.memory.get(query)
            if kept is not None:
                self.memory.put(query, Copy(kept.value, kept.since, NEVER, kept.size))
            return prompt
        record = packed(fetched, wall, seal(self.traits, query))
        self.memory.put(query, Copy(prompt.told("cache"), now, now + self._life(query), len(record) + 2000))
        if self.store is not None:
            await self.store.write(place(self.traits, query), record)
        return prompt

    async def forget(self, query: Query, error: NotFound) -> None:
        """There is no such prompt: whatever is kept of it is dropped."""
        self.breaker.succeeded()
        self.memory.drop(query)
        if len(self._gone) > 10_000:
            self._gone.clear()
        self._gone[query] = self.monotonic() + self.terms.gone, error
        if self.store is not None:
            await self.store.drop(place(self.traits, query))

    async def _recall(self, query: Query) -> Copy[Prompt] | None:
        """What an earlier process, or another, has kept."""
        if self.store is None:
            return None
        record = await self.store.read(place(self.traits, query))
        found = unpacked(record, seal(self.traits, query)) if record is not None else None
        if record is None or found is None:
            return None
        fetched, since = found
        now, age = self.monotonic(), max(time.time() - since, 0.0)
        prompt = Prompt.of(fetched, self.traits.name, "disk", since)
        copy = Copy(prompt, now - age, now - age + self._life(query), len(record) + 2000)
        self.memory.put(query, copy)
        return copy

    def _life(self, query: Query) -> float:
        return FOREVER if query.version is not None else self.terms.fresh * (0.9 + 0.2 * random())

    def renew(self, query: Query) -> None:
        """Fetch something anew while nobody waits, unless somebody is at it, or it failed just now."""
        rest = self._rests.get(query)
        if query in self._busy or (rest is not None and rest.open):
            return
        self._busy.add(query)
        spawn(lambda: refresh(self, query))

    def renewed(self, query: Query, error: CallError | None) -> None:
        """Somebody has tried; `error` says how it failed."""
        self._busy.discard(query)
        if error is not None:
            self._rests.setdefault(query, Breaker(self.monotonic)).failed(error)

    async def clear(self) -> None:
        """Forget what is in memory. What outlives the process stays, for outages."""
        self.memory.clear()
        self._gone.clear()


def _old(copy: Copy[Prompt]) -> Prompt:
    """A copy that is no longer fresh; one from disk says so itself."""
    return copy.value if copy.value.origin.source == "disk" else copy.value.told("stale")
