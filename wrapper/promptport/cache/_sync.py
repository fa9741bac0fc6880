# Made from wrapper/promptport/cache/_async.py by `python tools/unasync.py`: change that file, never this one.
"""The fetch engine: fresh, stale, last known good. The asyncio twin is the source of this file.

A caller waits for the platform only where nothing is kept, or where what is kept is too old; and then never longer than one
deadline. What does not wait is in `state`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import inf
from typing import TYPE_CHECKING, TypeVar

from ..concurrency.single_flight import reraise_copy
from ..concurrency.single_flight.blocking import SingleFlight, pause
from ..errors import CallError, NotFound
from ..platform import Fetched, Query
from ..prompt.prompt import Prompt
from .blocking import refresh_copy, spawn
from .decision import Decision, stale
from .envelope import cache_key, shown_account
from .identifying._sync import Identifier, Identify
from .memory import Copy
from .overwriting import overwriting
from .state import CacheState, failed
from .store import Store
from .telling import Steps, refusing, restoring, withdrawing

if TYPE_CHECKING:
    from .refresh import Refetching

T = TypeVar("T")
Fetch = Callable[[Query, float], Fetched]


class Cache:
    """The prompts of one client.

    Args:
        state: The copies, and what is remembered beside them.
        fetch: Asks the platform, within so many seconds.
        refetching: Called where that begins, answers what asks the platform while nobody waits, in an event loop.
        store: Where copies outlive the process; None where they don't.
        identify: Finds out whose copies they are where a function answers the key, for the sake of a query and within so many
            seconds; None where that is known.

    Attributes:
        state: The copies, and what is remembered beside them.
    """

    def __init__(
        self,
        state: CacheState,
        fetch: Fetch,
        refetching: Refetching,
        store: Store | None,
        identify: Identify | None = None,
    ) -> None:
        self.state = state
        self._fetch, self._refetching, self._store = fetch, refetching, store
        self._identifier = Identifier(state, identify, self._refresh)
        self._flight = SingleFlight()

    def with_fetch(self, fetch: Fetch) -> Cache:
        """A cache of the same copies for a client that asks in another way."""
        return Cache(self.state, fetch, self._refetching, self._store, self._identifier.identify)

    def get(self, query: Query, backed: bool, refresh: bool = False, most: float = inf) -> Prompt:
        """A prompt.

        Args:
            query: Which.
            backed: Whether the caller has something else to go on with, and waits the less.
            refresh: Whether the platform is asked, however fresh the copy is.
            most: Seconds that the caller waits at the most.

        Raises:
            NotFound: There is no such prompt.
            CallError: The platform failed, and no copy is kept that may be served.
        """
        state = self.state
        most = self._identifier.left(query, backed, most)
        copy = state.memory.get(query) if refresh else state.lookup(query)
        if copy is None:
            copy = self._read(query)
        if refresh:
            spare = backed or copy is not None
            decision = Decision(deadline=state.settings.short_deadline if spare else state.settings.deadline)
        else:
            decision = state.decide(query, copy, backed)
        if decision.died is not None and decision.died.claim is not None and self._store is not None:
            self._store.release(decision.died.claim)
        if decision.refresh:
            self._refresh(query)
        if decision.error is not None:
            raise reraise_copy(decision.error)
        if decision.prompt is not None:
            return decision.prompt
        account = state.traits.account
        ask = self._ask if refresh or query in state.uncacheable else self._ask_together
        try:
            return ask(query, min(decision.deadline, most))
        except CallError:
            same = state.traits.account == account  # else its key has become another account's meanwhile
            copy = state.memory.get(query) or (copy if same else None)
            if copy is not None and state.may_serve(query, copy):
                return stale(copy)
            raise

    def prefetch(self, query: Query, most: float = inf) -> Prompt:
        """A prompt, for a caller who wants many: where none is kept and the platform as a whole fails, it is not waited for.

        Args:
            query: Which.
            most: Seconds that the caller waits at the most.

        Raises:
            NotFound: There is no such prompt.
            CallError: The platform failed, and no copy is kept that may be served.
        """
        most = self._identifier.left(query, False, most)
        if self.state.lookup(query) is None and self._read(query) is None:
            outage = self.state.failures.of_platform
            if outage is not None:
                raise reraise_copy(outage)
        return self.get(query, False, most=most)

    def overwrite(self, name: str, labels: Iterable[str], deleted: bool) -> None:
        """Forget the copies of a prompt that was written, in memory and in the store; see `overwriting`."""
        self._take(overwriting(self.state, name, labels, deleted))
        drop_named = getattr(self._store, "drop_named", None)
        if deleted and drop_named is not None:
            drop_named(self.state.traits.name, shown_account(self.state.traits), name)

    def _refresh(self, query: Query) -> None:
        """Fetch a prompt anew while nobody waits, unless somebody is at it, or it failed just now."""
        state = self.state
        if (begun := state.begin_refresh(query)) is not None:
            refetch = self._refetching(query)
            begun.dead = spawn(lambda: refresh_copy(state, self._store, refetch, query, begun))

    def _ask_together(self, query: Query, seconds: float) -> Prompt:
        """Ask the platform, or wait for whoever does already."""
        mine = False
        state = self.state
        asked = (
            query,
            state.absences.withdrawn_at(query)[0],
        )  # nobody waits for what was asked before the prompt was written
        longest, own = (*asked, state.settings.deadline), (*asked, seconds)
        if self._flight.leads(own) or self._flight.leads(longest):
            return self._ask(query, seconds)  # a signal handler that has interrupted this very question
        end = state.monotonic() + seconds
        key = longest if self._flight.busy(longest) else own

        def load() -> Prompt:
            nonlocal mine
            mine = True
            copy = state.lookup(query)  # whoever was at it may have ended since we looked
            if copy is not None and state.is_fresh(copy):
                return copy.value
            return self._load(query, seconds)

        try:
            prompt = self._flight.run(key, load, seconds)
        except TimeoutError:
            message = f"There was no answer within {seconds:g} s to a question that another caller has asked."
            error = CallError(message, kind="timeout", platform=state.traits.name)
            state.failures.add(query, error, seconds)
            raise error from None
        if mine:
            return prompt
        # What was chosen for one caller, as in an A/B test, is no answer for another.
        if prompt.fetched.cacheable:
            return prompt.with_source("cache")
        return self._ask(query, max(end - state.monotonic(), 0.001))

    def _load(self, query: Query, seconds: float) -> Prompt:
        """Ask the platform, once for all processes that share the store."""
        if self._store is None or self.state.settings.ttl == 0:  # what another process gets is none for this one
            return self._ask(query, seconds)
        monotonic = self.state.monotonic
        now = monotonic()
        # Whoever has the claim may have been stopped, so half of the time is left for a question of one's own.
        key, last_look, end = cache_key(self.state.traits, query), now + seconds / 2, now + seconds
        claim = self._store.claim(key, seconds)
        while claim is None and monotonic() < last_look:
            pause(0.01)
            claim = self._store.claim(key, seconds)
        try:
            copy = self._read(query)  # another process may have fetched it since we looked
            if copy is not None and self.state.is_fresh(copy):
                return copy.value
            return self._ask(query, max(end - monotonic(), 0.001))
        finally:
            if claim is not None:
                self._store.release(claim)

    def _ask(self, query: Query, seconds: float) -> Prompt:
        """Ask the platform, and keep what it answers."""
        state = self.state
        asked = state.asking()
        try:
            fetched = self._fetch(query, seconds)
        except NotFound as error:
            self._take(withdrawing(state, query, state.forget(query, error, asked)))
            raise
        except CallError as error:
            failed(state, query, error, asked)
            if error.refused:
                self._take(refusing(state, query))
            raise
        prompt, envelope = state.keep(query, fetched, asked)
        if self._store is not None and envelope is not None:
            self._store.write(cache_key(state.traits, query), envelope)
        return prompt

    def _read(self, query: Query) -> Copy[Prompt] | None:
        """What an earlier process, or another, has kept; what is in memory where that is as new."""
        return None if self._store is None else self._take(restoring(self.state, query))

    def _take(self, steps: Steps[T]) -> T:
        """Take the steps that a store is told something by; without one they lead nowhere."""
        answer = None
        while True:
            try:
                step = steps.send(answer)
            except StopIteration as end:
                found: T = end.value
                return found
            answer = None if self._store is None else step.take(self._store)
