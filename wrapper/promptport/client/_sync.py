# Made from wrapper/promptport/client/_async.py by `python tools/unasync.py`: change that file, never this one.
"""One client for every platform. The asyncio twin is the source of this file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from copy import copy
from typing import TYPE_CHECKING, Any, Self, Unpack, overload

from ..cache._sync import Cache
from ..cache.state import CacheState
from ..cache.store import Store, is_trusted
from ..errors import ArgumentError, NotSupported
from ..hidden import shielded
from ..http._sync.pipeline import Closing
from ..http.account_headers import check_account_headers
from ..http.clock import monotonic
from ..platform import Registration, Traits
from ..prompt.prompt import Prompt, RenderedPrompt
from .blocking import Refresher, check_store, source_of, store_of
from .fallback import NOTHING, Fallback, Nothing, check
from .get_hook import GetHook
from .getting._sync import Getter, tracked
from .health import Health, health_of
from .lifetime import Lifetime
from .opening import opening
from .query import checked_query
from .watching import Watching

if TYPE_CHECKING:
    from .keywords import Keywords


class Client(Closing):
    """Prompts from any platform.

    What is fetched is kept: a version that is asked for by number or id for ever, anything else for `ttl` seconds; then it is
    fetched anew while callers go on with the copy. Copies are kept on disk besides, so that an outage harms nobody who has
    ever fetched a prompt. It can be shared between threads. Close it with `close`,
    or use `with`.

    Args:
        source: The platform: `xr2`, `scope`, a folder (`files:./prompts`), or a platform on this machine (`local:xr2`); or
            an outside platform's `Registration`. Else PROMPTPORT_SOURCE, else `source` in `[tool.promptport]` of
            `pyproject.toml`.
        ttl: Seconds that a copy answers without a question, give or take a tenth; 60 by default.
        stale: Seconds that it answers after that while it is fetched anew; 600 by default.
        deadline: Seconds that a call takes at the most, 5 by default; 1.5 where there is a copy or a fallback.
        timeout: Seconds that one attempt takes at the most; else as the platform's client has it.
        retries: How often a failed request is sent again at the most; else as the platform's client has it.
        disk: Whether copies are kept on disk, in the user's cache folder, as is the default; or another folder.
        store: Another place for copies, in place of the disk: a `promptport.cache.redis.RedisStore`, which many machines
            can share, or a `promptport.cache.disk.Disk` with bounds of its own.
        on_get: Called with a `GetResult` after every `get`, as for metrics; its errors change nothing for the call.
        settings: The arguments of the platform's own client, such as `api_key`, `base_url` and `max_answer` (the bytes that an
            answer may have, 4,000,000 here); for a platform on this machine also `prompts`, a folder of prompt files that it
            holds.

    Raises:
        ConfigurationError: There is no such platform, or a setting is missing, malformed, out of bounds, or not a file's to say.
    """

    @overload
    def __init__(self, source: str | None = None, **settings: Unpack[Keywords]) -> None: ...
    @overload
    def __init__(self, source: Registration, **settings: Any) -> None: ...
    def __init__(
        self,
        source: str | Registration | None = None,
        *,
        ttl: float | None = None,
        stale: float | None = None,
        deadline: float | None = None,
        timeout: float | None = None,
        retries: int | None = None,
        disk: bool | str | os.PathLike[str] | None = None,
        store: Store | None = None,
        on_get: GetHook | None = None,
        **settings: Any,
    ) -> None:
        settings = shielded(settings)  # a traceback may show what variables hold
        check_store(store)
        given = {"ttl": ttl, "stale": stale, "deadline": deadline, "timeout": timeout, "retries": retries, "disk": disk}
        self._opening = opening(source, settings, given)
        caching, options, disk = self._opening.own
        try:
            self._opened = source_of(self._opening)
            self._source = self._opened.with_options(**options) if options else self._opened
        except BaseException:
            self._opening.close()
            raise
        self._store = store_of(store, disk, self._source.traits)
        self._watching = Watching(self._source.traits.name, monotonic, on_get)
        self._refresher = Refresher(self._opening, self._source, options, self._watching.tracker)
        opened = self._opened
        state = CacheState(lambda: opened.traits, caching, monotonic, is_trusted(self._store))
        fetch = tracked(self._source.fetch, self._watching.tracker)
        self._cache = Cache(state, fetch, self._refresher.fetch, self._store)
        self._getter = Getter(self._source, self._cache, self._watching)
        self._copies = {} if self._watching.observer.enabled else state.memory.copies  # a hook is told of hits, too
        self._lifetime = Lifetime()

    @property
    def platform(self) -> Traits:
        """The platform: its name, its address, and what it can do."""
        return self._cache.state.traits

    def get(
        self,
        name: str,
        *,
        version: int | str | None = None,
        label: str | None = None,
        fallback: Fallback | Nothing = NOTHING,
    ) -> Prompt:
        """A prompt: the version in production, unless another is asked for.

        Args:
            name: Its name.
            version: One version, in the platform's terms: a number, or an id.
            label: Whichever version carries this label now.
            fallback: What to go on with where the platform fails and no copy is kept: a text, messages, a prompt, or a
                function that answers one of these. With it, no outage raises; a prompt that does not exist still does.

        Raises:
            NotFound: There is no such prompt, version or label.
            CallError: The platform failed, refused or can't be reached, and neither copy nor fallback is there.
            NotSupported: The platform has no such versions or labels; the text says what it has.
            ArgumentError: An argument is of the wrong type.
        """
        try:
            copy = self._copies.get((name, version, label))
        except TypeError:
            copy = None  # an argument is of a wrong type, as is said below
        if copy is not None and monotonic() < copy.unseen_until and (version is None or type(version) in (int, str)):
            copy.used = True
            return copy.value
        self._lifetime.check()
        query = checked_query(self._source.traits, name, version, label)
        check(fallback)
        return self._getter.get(query, fallback)

    def render(
        self, name: str, values: Mapping[str, object] | None = None, /, **variables: object
    ) -> RenderedPrompt:
        """Fetch a prompt and put values in; for a version, a label or other rules use `get` and `Prompt.render`.

        Args:
            name: Its name.
            values: A value for each variable that has no default.
            variables: Values by the names of their variables; they go before `values`.

        Raises:
            RenderError: Variables are missing, unknown, wrongly typed or not declared; it names all of them.
            Error: What `get` raises.
        """
        return (self.get(name)).render(values, **variables)

    def list(self) -> list[str]:
        """The names of all prompts, sorted.

        Raises:
            NotSupported: The platform can't list its prompts.
            CallError: The call failed.
        """
        self._lifetime.check()
        return sorted(self._source.names(self._cache.state.settings.deadline))

    def score(self, trace: str, name: str, value: float | str | bool, *, comment: str | None = None) -> None:
        """Say how good what came of a trace is.

        Args:
            trace: The trace's id.
            name: What is judged, such as `helpfulness`.
            value: A number, a category, or whether it is so.
            comment: Why.

        Raises:
            NotSupported: The platform has no scores.
            CallError: The call failed.
            ArgumentError: An argument is of the wrong type.
        """
        self._lifetime.check()
        if not isinstance(value, int | float | str):
            raise ArgumentError(f"A score is a number, a text or a truth value, not {value!r}.")
        score = getattr(self._source, "score", None)  # `promptport.platform.Scores` is not for every platform
        if score is None:
            raise NotSupported(f"{self.platform.name} has no scores.")
        score(trace, name, value, comment, self._cache.state.settings.deadline)

    def clear_cache(self) -> None:
        """Forget the copies in memory. Those on disk stay, for outages."""
        self._cache.state.clear()

    def health(self) -> Health:
        """What a status page shows: the platform's state, and each prompt's age, source and last error. Nothing is sent."""
        return health_of(self.platform, self._cache.state, self._watching, self._getter.local_prompts)

    def with_options(
        self, *, timeout: float | None = None, retries: int | None = None, headers: Mapping[str, str] | None = None
    ) -> Self:
        """The same client with other options. It shares connections and copies, and closes with the one it was made from.

        Args:
            timeout: Seconds that one attempt takes at the most.
            retries: How often a failed request is sent again at the most.
            headers: What is sent besides, with every request; not what says who asks, as a key does, since copies are shared.

        Raises:
            ConfigurationError: An option is out of bounds, or a header is not for callers to set.
        """
        made = copy(self)
        made._lifetime = self._lifetime.derived()
        made._source = self._source.with_options(timeout=timeout, retries=retries, headers=headers)
        check_account_headers(headers)  # a platform of ours has refused its own
        made._getter = self._getter.with_source(made._source)
        return made

    def close(self) -> None:
        """Let go of connections. A closed client can't be used again. Closing twice does no harm."""
        self._copies = {}
        if not self._lifetime.end():
            return
        self._cache.state.memory.clear()  # so that clients with other options find nothing there either
        self._refresher.close()
        self._opened.close()
        if self._store is not None:
            self._store.close()
        self._opening.close()

    def __repr__(self) -> str:
        source = getattr(self, "_source", None)  # a traceback with its variables asks for this while it is built
        return f"<{type(self).__name__} {source and source.traits.name} {source and source.traits.origin}>"
