"""What a client is made of: opened, derived, closed. The blocking twin is made from this file by `tools/unasync.py`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import copy
from typing import TYPE_CHECKING, Any, Self

from ...cache._async import AsyncCache
from ...cache.state import CacheState
from ...cache.store import AsyncStore, is_trusted
from ...http._async.pipeline import AsyncClosing
from ...http.account_headers import check_account_headers
from ...http.timeouts import UNSET, Timeout, Unset
from ...platform import Share, Traits
from ..aio import AsyncRefresher, bundle_of, reporting_of, source_of, store_of
from ..choosing import unpacked, weights_query
from ..choosing._async import fetching
from ..get_hook import GetHook
from ..getting._async import AsyncGetter, identified, tracked
from ..health_of import health_of
from ..lifetime import Lifetime
from ..opening import Opening
from ..query import checked_query
from ..reporting.lazy import Lazy
from ..watching import Watching

if TYPE_CHECKING:
    from ..health import Health
    from ..reporting.reporting import Reporting


class AsyncOpened(AsyncClosing):
    """A platform that is open, with the copies of its prompts and whoever watches; see `AsyncClient`.

    Args:
        opening: What it is opened with.
        store: Where copies outlive the process, in place of the disk.
        on_get: The application's hook.
        monotonic: Seconds that only grow.

    Raises:
        ConfigurationError: A setting is missing or malformed.
    """

    def __init__(
        self, opening: Opening, store: AsyncStore | None, on_get: GetHook | None, monotonic: Callable[[], float]
    ) -> None:
        self._opening = opening
        caching, options, disk, telemetry = opening.own[:4]
        try:
            self._opened = source_of(opening)
            self._source = self._opened.with_options(**options) if options else self._opened
            if opening.own.bundle is not None:  # it answers `get`; what is reported goes to the platform
                self._source = bundle_of(opening, self._opened.traits.name)
        except BaseException:
            opening.close()
            raise
        self._store = store_of(store, disk, self._source.traits)
        self._watching = Watching(self._source.traits.name, monotonic, on_get, telemetry)
        self._refresher = AsyncRefresher(opening, self._source, options, self._watching)
        opened = self._opened
        state = CacheState(lambda: opened.traits, caching, monotonic, is_trusted(self._store))
        fetch = tracked(fetching(self._source), self._watching.tracker)
        identify = identified(self._source, self._watching.tracker)
        self._cache = AsyncCache(state, fetch, self._refresher.begin, self._store, identify)
        self._getter = AsyncGetter(self._source, self._cache, self._watching)
        self._copies = {} if self._watching.observer.enabled else state.memory.copies  # a hook is told of hits, too
        self._switch = self._watching.switch
        self._reports = opening.own.events is not None or hasattr(self._opened, "event")
        self._lifetime = Lifetime()
        self._reporting = Lazy(lambda: reporting_of(opening, opened))
        if opening.own.events is not None:
            self._reporting.needed  # noqa: B018 # what is wrong with it is told now

    @property
    def reporting(self) -> Reporting:
        """What the client reports by, for another client whose `events` it is."""
        return self._reporting.needed

    @property
    def platform(self) -> Traits:
        """The platform: its name, its address, and what it can do."""
        return self._cache.state.traits

    @property
    def source(self) -> Traits:
        """Where prompts come from: the platform, or in its place the folder of a bundle."""
        return self._source.traits

    async def shares(self, name: str) -> list[Share]:
        """The weights of a prompt's versions, asked for now; by such weights `get` chooses for a `unit`.

        Args:
            name: The prompt's name.

        Returns:
            The versions that have a weight; none where the platform leaves us no choice.

        Raises:
            NotFound: There is no such prompt.
            CallError: The call failed, or what came are no weights.
            ArgumentError: The name is none.
        """
        self._lifetime.check()
        query = checked_query(self._source.traits, name, None, None)
        if not hasattr(self._source, "shares"):
            return []
        with self._watching.switch.quiet():
            found = await fetching(self._source)(weights_query(query.name), self._cache.state.settings.deadline)
        return [*unpacked(found)]

    async def clear_cache(self) -> None:
        """Forget the copies in memory. Those on disk stay, for outages."""
        self._cache.state.clear()

    def health(self) -> Health:
        """What a status page shows: the platform's state, and each prompt's age, source and last error. Nothing is sent."""
        return health_of(
            self.platform,
            self._cache.state,
            self._watching,
            self._getter.local_prompts,
            [] if (reporting := self._reporting.made) is None else reporting.health,
        )

    def with_options(
        self,
        *,
        timeout: Timeout | Unset = UNSET,
        retries: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Self:
        """The same client with other options. It shares connections and copies, and closes with the one it was made from.

        What is reported goes out with the options of the one that it was made from, together with everything else.

        Args:
            timeout: Seconds that one attempt takes at the most; an `httpx.Timeout`, of which the longest phase counts; None
                for any time. A call ends with `deadline` all the same.
            retries: How often a failed request is sent again at the most.
            headers: What is sent besides, with every request; not what says who asks, as a key does, since copies are shared.

        Raises:
            ConfigurationError: An option is out of bounds, or a header is not for callers to set.
        """
        made = copy(self)
        made._lifetime = self._lifetime.derived()
        given: Any = {} if isinstance(timeout, Unset) else {"timeout": timeout}
        made._source = self._source.with_options(**given, retries=retries, headers=headers)
        check_account_headers(headers)  # a platform of ours has refused its own
        made._getter = self._getter.with_source(made._source)
        return made

    async def aclose(self) -> None:
        """Deliver what was reported, for 1.5 s at the most, and let go of connections. A closed client can't be used again.

        What is not delivered by then is the next process's, or another client's of the account. Closing twice does no harm.
        """
        self._copies = {}
        if not self._lifetime.end():
            return
        self._cache.state.memory.clear()  # so that clients with other options find nothing there either
        self._refresher.close()
        if (reporting := self._reporting.made) is not None:
            await reporting.aclose()
        await self._opened.aclose()
        if self._store is not None:
            await self._store.aclose()
        self._opening.close()

    def __repr__(self) -> str:
        source = getattr(self, "_source", None)  # a traceback with its variables asks for this while it is built
        return f"<{type(self).__name__} {source and source.traits.name} {source and source.traits.origin}>"
