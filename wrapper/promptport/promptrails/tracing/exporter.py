"""Where spans go when they end: to disk at once, and from there to the platform."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from os import PathLike
from threading import RLock
from typing import TYPE_CHECKING, Any

from ...errors import ArgumentError, ConfigurationError
from ...outbox.accounts import Account, Lease, lease
from ...outbox.books import Books
from ...outbox.settings import MIB, OutboxSettings
from ...settings import number
from ..sharing import SharedHttp
from .delivery import SpanDelivery
from .texts import recorded

if TYPE_CHECKING:
    from .._async.client import AsyncPromptRails
    from .._sync.client import PromptRails

log = logging.getLogger("promptrails.tracing")  # the documented name
LARGEST = 16 * MIB  # bytes of one span
BULKY = ("input", "output", "attributes")
MOST = 1000  # spans that the platform takes at once
GATHERED = 5.0  # seconds for which spans are gathered at the most


class SpanExporter:
    """Accepts spans, and delivers them in batches, in this process or the next one.

    Args:
        http: A client, or the `_http` of one: the key, the address and the options that spans are delivered with.
        max_batch_size: Spans of one request, from 1 to 1,000. A request has a megabyte at the most, unless one span has more.
        flush_interval: Seconds for which spans are gathered before they are sent, 5 at the most. They are on disk meanwhile.
        max_queue_size: Nothing: how much may wait is a matter of bytes, 64 MiB of them. It is there for programs that give it.
        spool: Where spans wait: True for the person's own folder, False for memory only, or a folder.

    Raises:
        ConfigurationError: `http` is no such thing, or a number is out of bounds.
    """

    def __init__(
        self,
        http: SharedHttp | PromptRails | AsyncPromptRails,
        *,
        max_batch_size: int = 100,
        flush_interval: float = 1.0,
        max_queue_size: int = 10_000,
        spool: bool | str | PathLike[str] = True,
    ) -> None:
        found = http if isinstance(http, SharedHttp) else getattr(http, "_http", None)
        if not isinstance(found, SharedHttp):
            raise ConfigurationError(f"`http` must be a `PromptRails`, or its `_http`, not {type(http).__name__}.")
        count = number(max_batch_size, argument="max_batch_size", least=1, most=1e9)
        linger = number(flush_interval, argument="flush_interval", most=1e9)
        number(max_queue_size, argument="max_queue_size", most=1e12)
        self._settings = OutboxSettings(
            batch_count=int(min(count, MOST)),
            linger=min(linger, GATHERED),
            distinguishable=True,
            entry=LARGEST + MIB // 4,  # with what is kept beside it
        )
        self._http, self._spool = found, spool
        self._lock = RLock()  # a signal handler may come while it is held
        self._leases: dict[bool, Lease] = {}  # for what is accepted while a mock is at work, and for all else

    def submit(self, payload: Mapping[str, Any]) -> None:
        """Accept a span, as `Span.to_payload` makes it. It is on disk once this returns, and nothing is raised.

        Args:
            payload: The fields of the span; what JSON can't say is recorded as far as it can be.
        """
        self.accept(payload)

    def accept(self, payload: Mapping[str, Any]) -> bool:
        """Accept a span, as `submit`, and answer whether there was room for it."""
        try:
            span, size = recorded(payload)
            if size > LARGEST:
                log.warning("A span of %s bytes is recorded without what makes it large.", f"{size:,}")
                span = lightened(span)
            return self._leased().put("span", span) is not None
        except (ArgumentError, ConfigurationError) as error:
            log.warning("A span is lost: %s", error)
            return False

    def flush(self, timeout: float = 10.0) -> Books:
        """Deliver what waits, now, and wait for it.

        Args:
            timeout: Seconds to wait at the most; what is not delivered by then is later, or by the next process.

        Returns:
            The books of all spans of this account, whichever tracer of the process they are of.
        """
        return self._leased().flush(timeout)

    async def aflush(self, timeout: float = 10.0) -> Books:
        """Deliver what waits, now, and wait for it, as `flush`, without holding up the event loop."""
        return await self._leased().aflush(timeout)

    def shutdown(self) -> None:
        """Deliver what waits, for a second and a half at the most, and let go. Another span begins anew."""
        with self._lock:
            held, self._leases = self._leases, {}
        for each in held.values():
            each.close()

    def _leased(self) -> Lease:
        mocked = self._http.mocked
        found = self._leases.get(mocked)
        if found is None:
            with self._lock:
                found = self._leases[mocked] = self._leases.get(mocked) or self._open(mocked)
        return found

    def _open(self, mocked: bool) -> Lease:
        http, account = self._http, self.account
        # Where a function is yet to answer the key, nobody knows whose spans they are: no other process may find them. And
        # what a test has mocked must never reach a platform.
        spool = self._spool if account.account and not (mocked or http.in_memory) else False
        if mocked:
            account = account._replace(account=f"{account.account}, under a mock")

        def made() -> SpanDelivery:  # it holds no exporter, so that one which is let go of lets go of its lease
            return SpanDelivery(http.open(), http.seconds, lambda: http.mocked is mocked)

        return lease(account, made, self._settings, spool)

    @property
    def account(self) -> Account:
        """Whose spans they are; without the account's name while a function is yet to answer the key."""
        return Account("promptrails", self._http.origin, self._http.account, "spans")


def lightened(span: dict[str, Any]) -> dict[str, Any]:
    """A span that is too large for any request, with the size of each large field in the place of it."""
    made = dict(span)
    for name in BULKY:
        if name in made:
            note = f"<{len(json.dumps(made[name])):,} characters, which are too much for a span>"
            made[name] = {"left_out": note} if name == "attributes" else note
    return made
