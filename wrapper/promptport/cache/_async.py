"""The fetch engine: fresh, stale, last known good. The blocking twin is made from this file by `tools/unasync.py`.

A caller waits for the platform only where nothing is kept, or where what is kept is too old; and then never longer than one
deadline.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from copy import copy as copy_of
from random import random
from typing import NamedTuple

from ..concurrency.fork import register_at_fork
from ..concurrency.single_flight import reraise_copy
from ..concurrency.single_flight.aio import AsyncSingleFlight, pause
from ..errors import CallError, NotFound
from ..platform import Fetched, Query, Traits
from ..prompt.prompt import Prompt
from .aio import spawn
from .breaker import Breaker
from .envelope import cache_key, mac_key, pack, unpack
from .memory import NEVER, Copy, Memory
from .refresh import Refetch, refresh
from .store import AsyncStore

FOREVER = float("inf")
MANY = 10_000  # prompts about which something is remembered beside their copies


class CacheSettings(NamedTuple):
    """How long things are good for, in seconds.

    Attributes:
        ttl: How long a copy of what a label names answers without a question, give or take a tenth. A version that was
            asked for by its number or id is for ever.
        stale: How much longer it answers at once while it is fetched anew.
        deadline: How long a caller waits who has nothing else.
        short_deadline: How long a caller waits who has an older copy, or a fallback.
        negative_ttl: How long it is remembered that there is no such prompt.
    """

    ttl: float = 60.0
    stale: float = 600.0
    deadline: float = 5.0
    short_deadline: float = 1.5
    negative_ttl: float = 5.0


class CacheState:
    """What is remembered beside the copies; clients that share copies share it.

    Attributes:
        negative: Prompts that there are none of, with the moment until which that is believed.
        tries: How the last tries of prompts failed.
        alone: Prompts whose last answer was for its caller alone.
        busy: What is being fetched anew, with the moment at which that began.
        cleared: When everything was forgotten last, in seconds since 1970.
    """

    def __init__(self) -> None:
        self.negative: dict[Query, tuple[float, NotFound]] = {}
        self.tries: dict[Query, Breaker] = {}
        self.alone: set[Query] = set()
        self.busy: dict[Query, float] = {}
        self.cleared = 0.0
        register_at_fork(self)

    def after_fork(self) -> None:
        """The parent's refreshes are not the child's."""
        self.busy.clear()

    def bounded(self) -> None:
        """Forget what has become too much; the names may be anybody's."""
        for each in (self.negative, self.tries, self.alone):
            if len(each) > MANY:
                each.clear()


class AsyncCache:
    """The prompts of one client.

    Args:
        traits: Whose they are.
        fetch: Asks the platform, within so many seconds.
        refetch: Asks the platform's asyncio variant.
        store: Where copies outlive the process; None where they don't.
        settings: How long things are good for.
        monotonic: Seconds that only grow.
    """

    def __init__(
        self,
        traits: Traits,
        fetch: Callable[[Query, float], Awaitable[Fetched]],
        refetch: Refetch,
        store: AsyncStore | None,
        settings: CacheSettings,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.traits, self.settings, self.store = traits, settings, store
        self.refetch, self.monotonic = refetch, monotonic
        self.memory: Memory[Prompt] = Memory()
        self.breaker = Breaker(monotonic)
        self._fetch = fetch
        self._flight = AsyncSingleFlight()
        self._state = CacheState()

    def asking(self, fetch: Callable[[Query, float], Awaitable[Fetched]]) -> AsyncCache:
        """The same copies for a client that asks in another way."""
        made = copy_of(self)
        made._fetch, made._flight = fetch, AsyncSingleFlight()
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
        now, settings, state = self.monotonic(), self.settings, self._state
        copy = self.memory.get(query)
        if copy is None:
            gone = state.negative.get(query)
            if gone is not None and now < gone[0]:
                raise reraise_copy(gone[1])
            copy = await self._recall(query)
        alone = query in state.alone
        if copy is not None and not alone:
            if now < copy.until:
                return copy.value
            if now < copy.until + settings.stale:
                self.renew(query)
                return _old(copy)
        spare = copy is not None or backed
        if spare and (known := self._outage(query)) is not None:
            self.renew(query)
            if copy is not None:
                return _old(copy)
            raise reraise_copy(known)
        seconds = settings.short_deadline if spare else settings.deadline
        try:
            return await (self._ask(query, seconds) if alone else self._fetched(query, seconds))
        except CallError as error:
            self._failed(query, error)
            if (error.passing or error.kind == "unreadable") and copy is not None:
                return _old(copy)
            raise

    def _outage(self, query: Query) -> CallError | None:
        """How the platform, or this prompt, failed lately; None where it did not."""
        tries = self._state.tries.get(query)
        known = tries if tries is not None and tries.open else self.breaker
        return known.error if known.open else None

    def _failed(self, query: Query, error: CallError) -> None:
        """Remember a failure. Where the platform answered, it is this prompt's alone."""
        self._state.bounded()
        self._state.tries.setdefault(query, Breaker(self.monotonic)).failed(error)
        if error.kind in ("connection", "timeout"):
            self.breaker.failed(error)

    def _answered(self, query: Query) -> None:
        """The platform is there, and so is this prompt, or known not to be."""
        self.breaker.succeeded()
        self._state.tries.pop(query, None)
        self._state.negative.pop(query, None)

    async def _fetched(self, query: Query, seconds: float) -> Prompt:
        """Ask the platform, or wait for whoever does already."""
        mine = False
        end = self.monotonic() + seconds
        longest = query, self.settings.deadline
        key = longest if self._flight.busy(longest) else (query, seconds)

        async def load() -> Prompt:
            nonlocal mine
            mine = True
            return await self._load(query, seconds)

        try:
            prompt = await self._flight.run(key, load, seconds)
        except TimeoutError:
            message = f"There was no answer within {seconds:g} s to a question that another caller has asked."
            raise CallError(message, kind="timeout", platform=self.traits.name) from None
        if mine:
            return prompt
        # What was chosen for one caller, as in an A/B test, is no answer for another.
        if prompt.fetched.cacheable:
            return prompt.with_source("cache")
        return await self._ask(query, max(end - self.monotonic(), 0.001))

    async def _load(self, query: Query, seconds: float) -> Prompt:
        """Ask the platform, once for all processes that share the store."""
        if self.store is None:
            return await self._ask(query, seconds)
        now = self.monotonic()
        # Whoever has the claim may have been stopped, so half of the time is left for a question of one's own.
        key, half, end = cache_key(self.traits, query), now + seconds / 2, now + seconds
        claim = await self.store.claim(key, seconds)
        while claim is None and self.monotonic() < half:
            await pause(0.01)
            claim = await self.store.claim(key, seconds)
        try:
            if (copy := await self.caught_up(query)) is not None:
                return copy.value
            return await self._ask(query, max(end - self.monotonic(), 0.001))
        finally:
            if claim is not None:
                await self.store.release(claim)

    async def caught_up(self, query: Query) -> Copy[Prompt] | None:
        """A fresh copy, where another process has fetched one since we looked."""
        copy = await self._recall(query)
        return copy if copy is not None and self.monotonic() < copy.until else None

    async def _ask(self, query: Query, seconds: float) -> Prompt:
        epoch = self.memory.epoch
        try:
            fetched = await self._fetch(query, seconds)
        except NotFound as error:
            await self.forget(query, error)
            raise
        return await self.keep(query, fetched, epoch)

    async def keep(self, query: Query, fetched: Fetched, epoch: int) -> Prompt:
        """Take in what the platform answered. Answers it as a prompt of the network.

        Args:
            query: What was asked.
            fetched: The answer.
            epoch: The memory's `epoch` when it was asked: after a `clear` the answer is not kept.
        """
        self._answered(query)
        now, wall = self.monotonic(), time.time()
        prompt = Prompt.of(fetched, self.traits.name, "network", wall)
        if not fetched.cacheable:
            self._state.bounded()
            self._state.alone.add(query)
            kept = self.memory.get(query)
            if kept is not None:
                self.memory.put(query, Copy(kept.value, kept.since, NEVER, kept.size), epoch)
            return prompt
        self._state.alone.discard(query)
        envelope = pack(fetched, wall, mac_key(self.traits, query))
        self.memory.put(
            query, Copy(prompt.with_source("cache"), now, now + self._life(query), len(envelope) + 2000), epoch
        )
        if self.store is not None and epoch == self.memory.epoch:
            await self.store.write(cache_key(self.traits, query), envelope)
        return prompt

    async def forget(self, query: Query, error: NotFound) -> None:
        """There is no such prompt: whatever is kept of it is dropped."""
        self._answered(query)
        self.memory.drop(query)
        self._state.bounded()
        self._state.negative[query] = (
            self.monotonic() + self.settings.negative_ttl,
            copy_of(error),
        )  # without its traceback
        if self.store is not None:
            await self.store.drop(cache_key(self.traits, query))

    async def _recall(self, query: Query) -> Copy[Prompt] | None:
        """What an earlier process, or another, has kept; what is in memory where that is as new."""
        if self.store is None:
            return None
        epoch = self.memory.epoch
        envelope = await self.store.read(cache_key(self.traits, query))
        found = unpack(envelope, mac_key(self.traits, query)) if envelope is not None else None
        if envelope is None or found is None:
            return None
        fetched, since = found
        known = self.memory.get(query)
        if known is not None and since <= known.value.origin.since:
            return known  # it is this very copy, or an older one
        now, age = self.monotonic(), max(time.time() - since, 0.0)
        prompt = Prompt.of(fetched, self.traits.name, "disk", since)
        until = NEVER if since <= self._state.cleared else now - age + self._life(query)
        copy = Copy(prompt, now - age, until, len(envelope) + 2000)
        self.memory.put(query, copy, epoch)
        return copy

    def _life(self, query: Query) -> float:
        return FOREVER if query.version is not None else self.settings.ttl * (0.9 + 0.2 * random())

    def renew(self, query: Query) -> None:
        """Fetch something anew while nobody waits, unless somebody is at it, or it failed just now."""
        tries = self._state.tries.get(query)
        if tries is not None and tries.resting:
            return
        now, busy = self.monotonic(), self._state.busy
        begun = busy.setdefault(query, now)  # in one step, since threads come here together
        if begun is not now:
            if now < begun + self.settings.deadline + 2:
                return
            busy[query] = now  # whoever was at it is gone, and so is the event loop it was in
        spawn(lambda: refresh(self, query))

    def renewed(self, query: Query, error: CallError | None) -> None:
        """Somebody has tried; `error` says how it failed."""
        self._state.busy.pop(query, None)
        if error is not None:
            self._failed(query, error)

    async def clear(self) -> None:
        """Forget what is in memory. What outlives the process stays, for outages."""
        self._state.cleared = time.time()
        self.memory.clear()
        self._state.negative.clear()


def _old(copy: Copy[Prompt]) -> Prompt:
    """A copy that is no longer fresh; one from disk says so itself."""
    return copy.value if copy.value.origin.source == "disk" else copy.value.with_source("stale")
