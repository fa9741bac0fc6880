# Made from wrapper/promptport/client/_async.py by `python tools/unasync.py`: change that file, never this one.
"""One client for every platform. The asyncio twin is the source of this file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from sys import modules
from typing import TYPE_CHECKING, Any, Literal, Unpack, overload

from ..cache.store import Store
from ..errors import ArgumentError
from ..hidden import shielded
from ..http import clock
from ..platform import Query, Registration
from ..prompt.prompt import Prompt, RenderedPrompt
from ..telemetry.propagation import TRACING
from ..telemetry.switch import Setting
from .blocking import check_fallback, check_store, get_ready
from .fallback import NOTHING, Fallback, Nothing, Spare
from .get_hook import GetHook, check_hook
from .opening import opening, with_shared_keys
from .prefetching._sync import fetched_all
from .query import checked_names, checked_query, checked_whom
from .writing._sync import Writing

if TYPE_CHECKING:
    from ..http.timeouts import Timeout
    from .keywords import Keywords, EventTaker


class Client(Writing):
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
        on_refusal: What a caller gets where the platform refuses the key (401, 403, 407) and a copy is kept that this key has
            fetched: the copy (`serve`, the default), or the error (`raise`).
        refusal_ttl: Seconds after the first refusal in which copies go on answering; 604,800, a week, by default.
        timeout: Seconds that one attempt takes at the most, or an `httpx.Timeout`; else as the platform's client has it.
        retries: How often a failed request is sent again at the most; else as the platform's client has it.
        disk: Whether copies are kept on disk, in the user's cache folder, as is the default; or another folder.
        store: Another place for copies, in place of the disk: a `promptport.cache.redis.RedisStore`, which many machines
            can share, or a `promptport.cache.disk.Disk` with bounds of its own.
        events: Who takes events in the platform's place, as where it has none: another source, such as `xr2`, a `Registration`,
            a client, or a function of a `promptport.platform.Event`, one to as well, which is called in the background
            and again where it raises. It tells two calls for one event by its `id`.
        spool: Whether what is reported lies on disk until it is delivered, in the folder of the user's state or that of
            PROMPTPORT_OUTBOX_DIR, as is the default; another folder; or not, so that it ends with the process.
        telemetry: Whether OpenTelemetry is told of each `get` and `render`: True; False, which also tells the platform of no
            trace; or "values", for the values of variables as well. By default it is wherever the application has given
            OpenTelemetry a provider, of values nothing. See `docs/opentelemetry.md`.
        bundle: The folder that `promptport pull` has written: it answers every `get`, and nothing is sent for one. What is
            reported goes to the platform all the same. False is none, whatever `pyproject.toml` says.
        on_get: Called with a `GetResult` after every `get` that has asked for a prompt, also where it raised, as for metrics; not
            where an argument is wrong, or the client is closed. Its errors change nothing for the call.
        settings: The arguments of the platform's own client, such as `api_key`, `base_url` and `max_answer` (the bytes that an
            answer may have, 4,000,000 here); for a platform on this machine also `prompts`, a folder of prompt files that it
            holds. A function may answer `api_key`, `api_secret` or `access_token`, as one of a secret manager does: it is called
            when a key is first needed, and again after a 401. The account is another one then, unless `account` names it.

    Raises:
        ConfigurationError: There is no such platform, or a setting is malformed, out of bounds, or not a file's to say. A missing
            key is told by the calls that need it, so that fallbacks answer without one.
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
        on_refusal: Literal["serve", "raise"] | None = None,
        refusal_ttl: float | None = None,
        timeout: Timeout = None,
        retries: int | None = None,
        disk: bool | str | os.PathLike[str] | None = None,
        store: Store | None = None,
        events: EventTaker | None = None,
        spool: bool | str | os.PathLike[str] | None = None,
        bundle: str | os.PathLike[str] | Literal[False] | None = None,
        on_get: GetHook | None = None,
        telemetry: Setting = None,
        **settings: Any,
    ) -> None:
        settings = with_shared_keys(shielded(settings))  # a traceback may show what variables hold
        check_store(store)
        check_hook(on_get)
        given = {
            "ttl": ttl,
            "stale": stale,
            "deadline": deadline,
            "on_refusal": on_refusal,
            "refusal_ttl": refusal_ttl,
            "timeout": timeout,
            "retries": retries,
            "disk": disk,
            "events": events,
            "spool": spool,
            "bundle": bundle,
            "telemetry": telemetry,
        }
        super().__init__(opening(source, settings, given), store, on_get, clock.monotonic)

    def get(
        self,
        name: str,
        *,
        version: int | str | None = None,
        label: str | None = None,
        fallback: Fallback | Nothing = NOTHING,
        missing_ok: bool = False,
        refresh: bool = False,
        unit: str | int | None = None,
    ) -> Prompt:
        """A prompt: the version in production, unless another is asked for.

        Args:
            name: Its name.
            version: One version, in the platform's terms: a number, or an id.
            label: Whichever version carries this label now.
            fallback: What to go on with where the platform fails and no copy is kept: a text, messages, a prompt, or a
                function that answers one of these. With it, no outage raises, nor does a missing key.
            missing_ok: Whether the fallback stands in for a prompt that does not exist as well.
            refresh: Whether the platform is asked this once, however fresh the copy is. Where it fails, the copy is served.
            unit: Whom it is for, such as a user's id: where versions of the prompt have weights, the same unit gets the same one
                each time and everywhere. It is told by `origin` and all events. See `docs/variants.md`.

        Raises:
            NotFound: There is no such prompt, version or label.
            CallError: The platform failed, refused or can't be reached, and neither copy nor fallback is there.
            MissingCredential: The client was built without a key, and there is no fallback.
            NotSupported: The platform has no such versions or labels; the text says what it has.
            ArgumentError: An argument is of the wrong type.
        """
        try:
            copy = self._copies.get((name, version, label))
        except TypeError:
            copy = None  # an argument is of a wrong type, as is said below
        if (
            copy is not None
            and clock.now() < copy.unseen_until
            and not refresh
            and unit is None
            and (version is None or type(version) in (int, str))
        ):
            copy.used = True
            switch = self._switch  # here is `switch.idle()`, since calling it takes as long as all that is above
            if (
                switch.tracing._TRACER_PROVIDER is None and switch.metering._METER_PROVIDER is None
            ) or TRACING not in modules:
                return copy.value
            return self._watching.hit(Query(name, version, label), copy.value)
        self._lifetime.check()
        query = checked_query(self._source.traits, name, version, label)
        check_fallback(fallback)
        if missing_ok and fallback is NOTHING:
            raise ArgumentError("`missing_ok` says what a fallback is for: give one, or leave it out.")
        prompt = self._getter.get(query, Spare(fallback, missing_ok), refresh, checked_whom(unit))
        if self._reports:
            get_ready()
        return prompt

    def prefetch(
        self, names: Iterable[str], *, label: str | None = None, deadline: float = 30.0
    ) -> dict[str, Prompt]:
        """Fetch many prompts, some at once, as when a process starts: what is kept and fresh is not asked for.

        A copy that is served because the platform fails is as good as a prompt here; its `origin` tells, and so does the log.

        Args:
            names: Their names.
            label: Of each, whichever version carries this label now.
            deadline: Seconds that all of it takes at the most.

        Returns:
            The prompts, by name.

        Raises:
            PrefetchError: Some could not be had. It names all of them with their errors, and holds the others.
            NotSupported: The platform has no such label.
            ArgumentError: An argument is of the wrong type.
        """
        self._lifetime.check()
        queries = [checked_query(self._source.traits, name, None, label) for name in checked_names(names, deadline)]
        return fetched_all(self._getter, queries, deadline)

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
        with self._watching.switch.quiet():
            return sorted(self._source.names(self._cache.state.settings.deadline))
