"""What a client of any platform takes by name, for type checkers and editors. Nothing of this is imported at run time.

Those are the client's own settings, and the settings of the platforms that come with promptport: a platform takes its own of
them, which is checked when a client is built. What a platform of another package takes beside them is not known here; it is given
with the platform's `Registration`, or by `**` with a dict of it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal, Protocol, TypedDict

from ..cache.store import AsyncStore, Store
from ..http.hooks import Hook
from ..http.interfaces import AsyncHttpClient, AsyncTransport, HttpClient, Transport
from ..http.key import AsyncKey, Key
from ..http.network import Verify
from ..http.timeouts import Timeout
from ..platform import Event, Registration
from ..telemetry.switch import Setting
from .get_hook import GetHook
from .reporting.reporting import Reporting


class Client(Protocol):
    """A client, whichever it is."""

    @property
    def reporting(self) -> Reporting:
        """What it reports by."""


EventTaker = str | Registration | Client | Callable[[Event], object]


class _Shared(TypedDict, total=False):
    """What blocking clients and those for asyncio take alike."""

    # The client's own.
    ttl: float | None
    stale: float | None
    deadline: float | None
    on_refusal: Literal["serve", "raise"] | None
    refusal_ttl: float | None
    timeout: Timeout
    retries: int | None
    disk: bool | str | os.PathLike[str] | None
    events: EventTaker | None
    spool: bool | str | os.PathLike[str] | None
    bundle: str | os.PathLike[str] | Literal[False] | None
    on_get: GetHook | None
    telemetry: Setting

    # How platforms are reached.
    proxy: str | None
    verify: Verify
    hooks: Sequence[Hook]
    max_answer: int
    release: str | None

    # Who asks, and where.
    account: str | None
    org_id: str | None
    workspace_id: str | None
    ai_application_id: str | None
    base_url: str | None
    host: str | None
    auth_api_url: str | None
    endpoint: str | None

    # How often, and how long.
    total_retries: int
    max_retries: int
    backoff_factor: float
    retry_base_delay: float
    retry_max_delay: float
    open_timeout: float
    idle_timeout: float | None
    token_refresh_buffer: float | None

    # What Scope has besides; its own types stay in its room.
    config: Any
    credentials: Any
    api_version: str
    environment: str | None
    cache_enabled: bool
    cache_ttl: float
    telemetry_enabled: bool

    # What a platform on this machine holds.
    prompts: str | os.PathLike[str] | Iterable[Mapping[str, Any]]


class Keywords(_Shared, total=False):
    """What a blocking client takes."""

    api_key: Key | None
    api_secret: Key | None
    public_key: Key | None
    secret_key: Key | None
    access_token: Key | None
    store: Store | None
    transport: Transport | None
    http_client: HttpClient | None


class AsyncKeywords(_Shared, total=False):
    """What a client for asyncio takes."""

    api_key: AsyncKey | None
    api_secret: AsyncKey | None
    public_key: AsyncKey | None
    secret_key: AsyncKey | None
    access_token: AsyncKey | None
    store: AsyncStore | None
    transport: AsyncTransport | None
    http_client: AsyncHttpClient | None
