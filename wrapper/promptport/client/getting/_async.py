"""The road of one `get`. The blocking twin is made from this file by `tools/unasync.py`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from copy import copy
from typing import Self

from ...cache._async import AsyncCache
from ...cache.identifying._async import Identify
from ...errors import CallError, Error, NotFound
from ...http.clock import Deadline
from ...http.principals import answered_to, principals
from ...platform import AsyncPromptSource, Fetched, Query
from ...prompt.prompt import Prompt
from ..aio import answer_of, elsewhere
from ..choosing import asks_for_weights, stamped, weights_query
from ..choosing._async import AsyncChooser, Chosen, Fetch, Look, fetching
from ..failure_tracker import FailureTracker
from ..fallback import NO_SPARE, Nothing, Spare, prompt_of
from ..local_prompts import LocalPrompts
from ..watching import Watching


def tracked(fetch: Fetch, tracker: FailureTracker) -> Fetch:
    """A question to the platform whose failures are taken in."""

    async def asked(query: Query, deadline: float) -> Fetched:
        with tracker.asking(query, deadline), principals() as seen:
            return answered_to(seen, await fetch(query, deadline))

    return asked


def identified(source: AsyncPromptSource, tracker: FailureTracker) -> Identify | None:
    """What finds out whose copies they are, and whose failures are taken in; None where a source has nothing of the kind."""
    identify: Callable[[float], Awaitable[None]] | None = getattr(source, "identify", None)
    if identify is None:
        return None

    async def asked(query: Query, seconds: float) -> None:
        try:
            await identify(seconds)
        except CallError as error:
            tracker.failed(query, error)
            raise

    return asked


class AsyncGetter:
    """Gets prompts, and tells the log and the hook where they came from.

    Args:
        source: The platform.
        cache: Its copies.
        watching: Whoever is told.

    Attributes:
        platform: The platform's name.
        local_prompts: The prompts of a source on this machine.
    """

    def __init__(self, source: AsyncPromptSource, cache: AsyncCache, watching: Watching) -> None:
        self._source, self._cache, self._watching = source, cache, watching
        self.platform = source.traits.name
        self.local_prompts = LocalPrompts(self.platform, getattr(source, "origin_source", "file"))
        self._chooser = AsyncChooser(source)

    def with_source(self, source: AsyncPromptSource) -> Self:
        """Gets from a platform with other options, and shares the copies and whoever watches."""
        made = copy(self)
        made._source, made._chooser = source, AsyncChooser(source)
        made._cache = self._cache.with_fetch(tracked(fetching(source), self._watching.tracker))
        return made

    async def get(self, query: Query, spare: Spare, refresh: bool = False, unit: str | None = None) -> Prompt:
        """A prompt.

        Args:
            query: Which.
            spare: What to go on with where the platform fails and no copy is kept.
            refresh: Whether the platform is asked, however fresh a copy is.
            unit: Whom it is for; None where that is nobody's concern.

        Raises:
            NotFound: There is no such prompt.
            CallError: The platform failed, and neither copy nor fallback is there.
        """
        return await self._watched(
            query, spare, lambda query, anew: self._cache.get(query, spare.given, refresh or anew), unit
        )

    async def prefetch(self, query: Query, seconds: float) -> Prompt:
        """A prompt, one of many that are fetched together.

        Args:
            query: Which.
            seconds: How long it may take at the most.

        Raises:
            NotFound: There is no such prompt.
            CallError: The platform failed, and no copy is there.
        """
        limit = Deadline(seconds)

        async def look(query: Query, anew: bool) -> Prompt:
            return await self._cache.prefetch(query, limit.remaining())

        async def cached(query: Query, anew: bool) -> Prompt:
            prompt = await look(query, anew)
            await self._chooser.get_all(query, look)
            return prompt

        return await self._watched(query, NO_SPARE, cached)

    async def _watched(self, query: Query, spare: Spare, cached: Look, unit: str | None = None) -> Prompt:
        """Get a prompt, and tell whoever watches what came of it."""
        with self._watching.observing(query) as observation:
            return observation.got(*await self._found(query, spare, cached, unit))

    async def _found(self, query: Query, spare: Spare, cached: Look, unit: str | None) -> tuple[Prompt, Error | None]:
        """The prompt, and how the platform failed where it did."""
        local = self._source.traits.local
        look = self._local if local else cached
        try:
            chosen = await self._chooser.get(query, unit, look)
        except (CallError, NotFound) as error:
            if isinstance(spare.fallback, Nothing) or not spare.covers(error):
                raise
            prompt = stamped(prompt_of(await answer_of(spare.fallback), query, self._source.traits.name), unit, None)
            self._watching.replaced(query, prompt, error)
            return prompt, error
        return chosen.prompt, None if local else self._behind(chosen)

    def _behind(self, chosen: Chosen) -> Error | None:
        """How the platform failed, where a prompt comes from an older copy, or was chosen by one, for this reason."""
        query, prompt, weights = chosen
        failure = self._watching.copied(query, prompt, lambda: self._rests(query))
        if weights is not None and failure is None:
            asked = weights_query(query.name)
            return self._watching.copied(asked, weights, lambda: self._rests(asked))
        return failure

    def _rests(self, query: Query) -> bool:
        """Whether a copy says that its credential was refused so lately that the platform is not asked."""
        state = self._cache.state
        copy = state.memory.copies.get(query)
        return copy is not None and copy.grant.rests(state.traits.credential, state.monotonic())

    async def _local(self, query: Query, anew: bool) -> Prompt:
        """A prompt of a source on this machine, of which no copy is kept."""
        fetched = await fetching(self._source)(query, self._cache.state.settings.deadline)
        if asks_for_weights(query):
            return Prompt.of(fetched, self.platform, "file")
        made = self.local_prompts.made(query, fetched)
        return await elsewhere(self.local_prompts.make, query, fetched) if made is None else made
