# Made from wrapper/promptport/client/getting/_async.py by `python tools/unasync.py`: change that file, never this one.
"""The road of one `get`. The asyncio twin is the source of this file."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from typing import Self

from ...cache._sync import Cache
from ...cache.identifying._sync import Identify
from ...errors import CallError, Error, NotFound
from ...http.principals import answered_to, principals
from ...platform import PromptSource, Fetched, Query
from ...prompt.prompt import Prompt
from ..blocking import answer_of, elsewhere
from ..failure_tracker import FailureTracker
from ..fallback import NO_SPARE, Nothing, Spare, prompt_of
from ..local_prompts import LocalPrompts
from ..watching import Watching

Fetch = Callable[[Query, float], Fetched]
Cached = Callable[[], Prompt]


def tracked(fetch: Fetch, tracker: FailureTracker) -> Fetch:
    """A question to the platform whose failures are taken in."""

    def asked(query: Query, deadline: float) -> Fetched:
        with tracker.asking(query, deadline), principals() as seen:
            return answered_to(seen, fetch(query, deadline))

    return asked


def identified(source: PromptSource, tracker: FailureTracker) -> Identify | None:
    """What finds out whose copies they are, and whose failures are taken in; None where a source has nothing of the kind."""
    identify: Callable[[float], None] | None = getattr(source, "identify", None)
    if identify is None:
        return None

    def asked(query: Query, seconds: float) -> None:
        try:
            identify(seconds)
        except CallError as error:
            tracker.failed(query, error)
            raise

    return asked


class Getter:
    """Gets prompts, and tells the log and the hook where they came from.

    Args:
        source: The platform.
        cache: Its copies.
        watching: Whoever is told.

    Attributes:
        platform: The platform's name.
        local_prompts: The prompts of a source on this machine.
    """

    def __init__(self, source: PromptSource, cache: Cache, watching: Watching) -> None:
        self._source, self._cache, self._watching = source, cache, watching
        self.platform = source.traits.name
        self.local_prompts = LocalPrompts(self.platform, getattr(source, "origin_source", "file"))

    def with_source(self, source: PromptSource) -> Self:
        """Gets from a platform with other options, and shares the copies and whoever watches."""
        made = copy(self)
        made._source, made._cache = source, self._cache.with_fetch(tracked(source.fetch, self._watching.tracker))
        return made

    def get(self, query: Query, spare: Spare, refresh: bool = False) -> Prompt:
        """A prompt.

        Args:
            query: Which.
            spare: What to go on with where the platform fails and no copy is kept.
            refresh: Whether the platform is asked, however fresh a copy is.

        Raises:
            NotFound: There is no such prompt.
            CallError: The platform failed, and neither copy nor fallback is there.
        """
        return self._watched(query, spare, lambda: self._cache.get(query, spare.given, refresh))

    def prefetch(self, query: Query, seconds: float) -> Prompt:
        """A prompt, one of many that are fetched together.

        Args:
            query: Which.
            seconds: How long it may take at the most.

        Raises:
            NotFound: There is no such prompt.
            CallError: The platform failed, and no copy is there.
        """
        return self._watched(query, NO_SPARE, lambda: self._cache.prefetch(query, seconds))

    def _watched(self, query: Query, spare: Spare, cached: Cached) -> Prompt:
        """Get a prompt, and tell whoever watches what came of it."""
        with self._watching.observing(query) as observation:
            return observation.got(*self._found(query, spare, cached))

    def _found(self, query: Query, spare: Spare, cached: Cached) -> tuple[Prompt, Error | None]:
        """The prompt, and how the platform failed where it did."""
        try:
            if self._source.traits.local:
                return self._local(query, self._cache.state.settings.deadline), None
            prompt = cached()
        except (CallError, NotFound) as error:
            if isinstance(spare.fallback, Nothing) or not spare.covers(error):
                raise
            prompt = prompt_of(answer_of(spare.fallback), query, self._source.traits.name)
            self._watching.replaced(query, prompt, error)
            return prompt, error
        return prompt, self._watching.copied(query, prompt, lambda: self._rests(query))

    def _rests(self, query: Query) -> bool:
        """Whether a copy says that its credential was refused so lately that the platform is not asked."""
        state = self._cache.state
        copy = state.memory.copies.get(query)
        return copy is not None and copy.grant.rests(state.traits.credential, state.monotonic())

    def _local(self, query: Query, deadline: float) -> Prompt:
        """A prompt of a source on this machine."""
        fetched = self._source.fetch(query, deadline)
        made = self.local_prompts.made(query, fetched)
        return elsewhere(self.local_prompts.make, query, fetched) if made is None else made
