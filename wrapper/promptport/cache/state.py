"""What the cache knows, and what follows from it. Nothing here waits, so that both variants of the cache share it."""

from __future__ import annotations

import time
from collections.abc import Callable
from copy import copy as copy_of
from random import random
from typing import NamedTuple

from ..concurrency.fork import register_at_fork
from ..concurrency.single_flight import reraise_copy
from ..errors import CallError, NotFound
from ..platform import Fetched, Query, Traits
from ..prompt.prompt import Prompt
from ..settings import number
from .envelope import mac_key, pack, unpack
from .failures import Failures
from .memory import NEVER, Copy, Memory

FOREVER = float("inf")
MOST = 10_000  # prompts about which something is remembered beside their copies; their names may be anybody's
SKEW = 2.0  # seconds by which the clocks of machines that share a store may differ
PROMPT = 2000  # bytes that a prompt takes beside its texts, about


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

    @classmethod
    def checked(cls, ttl: float = 60.0, stale: float = 600.0, deadline: float = 5.0) -> CacheSettings:
        """The settings that a caller gave.

        Raises:
            ConfigurationError: One is no number, or out of bounds.
        """
        return cls(
            number(ttl, argument="ttl"),
            number(stale, argument="stale", most=1e9),
            number(deadline, argument="deadline", least=0.001),
            min(cls().short_deadline, deadline),
        )


class Decision(NamedTuple):
    """What a caller gets without a question to the platform.

    Attributes:
        prompt: The prompt; None where the platform is to be asked.
        error: What is raised in its place: how the platform failed lately.
        refresh: Whether the prompt is to be fetched anew while nobody waits.
        deadline: How long the caller waits, in seconds, where the platform is to be asked.
    """

    prompt: Prompt | None = None
    error: CallError | None = None
    refresh: bool = False
    deadline: float = 0.0


class CacheState:
    """The copies of one client, and what is remembered beside them. Clients that share copies share it.

    Args:
        traits: Whose prompts they are.
        settings: How long things are good for.
        monotonic: Seconds that only grow.

    Attributes:
        memory: The copies.
        failures: How the last tries failed.
        missing: Prompts that there are none of, with the moment until which that is believed.
        uncacheable: Prompts whose last answer was for its caller alone.
        refreshing: What is being fetched anew, with the moment at which that began.
    """

    def __init__(self, traits: Traits, settings: CacheSettings, monotonic: Callable[[], float]) -> None:
        self.traits, self.settings, self.monotonic = traits, settings, monotonic
        self.memory: Memory[Prompt] = Memory()
        self.failures = Failures(monotonic)
        self.missing: dict[Query, tuple[float, NotFound]] = {}
        self.uncacheable: set[Query] = set()
        self.refreshing: dict[Query, tuple[float]] = {}
        self._cleared = NEVER  # when everything was forgotten last
        register_at_fork(self)

    def after_fork(self) -> None:
        """The parent's refreshes are not the child's."""
        self.refreshing.clear()

    def lookup(self, query: Query) -> Copy[Prompt] | None:
        """The copy in memory, fresh or not; None where there is none.

        Raises:
            NotFound: There is no such prompt, as the platform said a moment ago.
        """
        copy = self.memory.get(query)
        if copy is None and (missing := self.missing.get(query)) is not None and self.monotonic() < missing[0]:
            raise reraise_copy(missing[1])
        return copy

    def decide(self, query: Query, copy: Copy[Prompt] | None, backed: bool) -> Decision:
        """What a caller gets at once, or how long it waits.

        Args:
            query: What is asked.
            copy: The copy that there is of it.
            backed: Whether the caller has something else to go on with.
        """
        if copy is not None and query not in self.uncacheable:
            now = self.monotonic()
            if now < copy.until:
                return Decision(copy.value)
            if now < copy.until + self.settings.stale:
                return Decision(stale(copy), refresh=True)
        if copy is None and not backed:
            return Decision(deadline=self.settings.deadline)
        outage = self.failures.outage(query)
        if outage is None:
            return Decision(deadline=self.settings.short_deadline)
        if copy is None:
            return Decision(error=outage, refresh=True)
        return Decision(stale(copy), refresh=True)

    def is_fresh(self, copy: Copy[Prompt] | None) -> bool:
        """Whether there is a copy that answers without a question."""
        return copy is not None and self.monotonic() < copy.until

    def keep(self, query: Query, fetched: Fetched, epoch: int) -> tuple[Prompt, bytes | None]:
        """Take in what the platform answered.

        Args:
            query: What was asked.
            fetched: The answer.
            epoch: The memory's `epoch` when it was asked: after a `clear` the answer is not kept.

        Returns:
            The prompt, as the network's, and the envelope for a store; None where it is not to be kept.
        """
        self._answered(query)
        now, wall = self.monotonic(), time.time()
        prompt = Prompt.of(fetched, self.traits.name, "network", wall)
        if not fetched.cacheable:
            if len(self.uncacheable) > MOST:
                self.uncacheable.clear()
            self.uncacheable.add(query)
            older = self.memory.get(query)
            if older is not None:
                self.memory.put(query, Copy(older.value, older.since, NEVER, older.size), epoch)
            return prompt, None
        self.uncacheable.discard(query)
        envelope = pack(fetched, wall, mac_key(self.traits, query), self.traits.name)
        copy = Copy(prompt.with_source("cache"), now, now + self._ttl(query), len(envelope) + PROMPT)
        self.memory.put(query, copy, epoch)
        return prompt, envelope if epoch == self.memory.epoch else None

    def forget(self, query: Query, error: NotFound) -> None:
        """Take in that there is no such prompt: its copy is dropped, and the next callers are told so for a while."""
        self._answered(query)
        self.memory.drop(query)
        if len(self.missing) > MOST:
            self.missing.clear()
        self.missing[query] = self.monotonic() + self.settings.negative_ttl, copy_of(error)  # without its traceback

    def restore(self, query: Query, envelope: bytes | None, epoch: int) -> Copy[Prompt] | None:
        """The copy that a store holds, or the one in memory where that is as new; None where the store holds none.

        Args:
            query: What it answers.
            envelope: What the store has read.
            epoch: The memory's `epoch` before it was read.
        """
        found = unpack(envelope, mac_key(self.traits, query)) if envelope is not None else None
        if envelope is None or found is None:
            return None
        fetched, since = found
        now, wall = self.monotonic(), time.time()
        if since > wall + SKEW:  # some clock was ahead, and nobody knows how old this is: too old to answer unasked
            since = wall - self.settings.ttl * 1.1 - self.settings.stale
        newest = self.memory.get(query)
        if newest is not None and since <= newest.value.origin.since <= wall + SKEW:
            return newest  # it is this very copy, or an older one
        age = max(wall - since, 0.0)
        prompt = Prompt.of(fetched, self.traits.name, "disk", since)
        until = NEVER if now - age <= self._cleared else now - age + self._ttl(query)
        copy = Copy(prompt, now - age, until, len(envelope) + PROMPT)
        self.memory.put(query, copy, epoch)
        return copy

    def begin_refresh(self, query: Query) -> bool:
        """Whether a prompt is to be fetched anew now: not where somebody is at it, or it failed just now."""
        if self.failures.resting(query):
            return False
        now = self.monotonic()
        mine = (now,)
        begun = self.refreshing.setdefault(query, mine)  # in one step, since threads come here together
        if begun is not mine:
            if now < begun[0] + self.settings.deadline + 2:
                return False
            self.refreshing[query] = mine  # whoever was at it is gone, and so is the event loop it was in
        return True

    def end_refresh(self, query: Query, error: CallError | None) -> None:
        """Take in that somebody has tried; `error` says how it failed."""
        self.refreshing.pop(query, None)
        if error is not None:
            self.failures.add(query, error)

    def clear(self) -> None:
        """Forget what is in memory. What outlives the process stays, for outages."""
        self._cleared = self.monotonic()
        self.memory.clear()
        self.missing.clear()

    def _answered(self, query: Query) -> None:
        self.failures.clear(query)
        self.missing.pop(query, None)

    def _ttl(self, query: Query) -> float:
        return FOREVER if query.version is not None else self.settings.ttl * (0.9 + 0.2 * random())


def stale(copy: Copy[Prompt]) -> Prompt:
    """A copy that is no longer fresh, as its origin says it; one from a store says so itself."""
    return copy.value if copy.value.origin.source == "disk" else copy.value.with_source("stale")
