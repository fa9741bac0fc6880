"""The tracer: makes spans, and hands them over when they end."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from os import PathLike
from typing import TYPE_CHECKING, Any, ParamSpec, Protocol, TypeVar, overload

from ...base.decorating import decorated
from ...http.timeouts import Timeout
from ...outbox.books import Books
from ..sharing import SharedHttp
from .context import current, lasting, running
from .exporter import SpanExporter
from .span import Span

if TYPE_CHECKING:
    from .._async.client import AsyncPromptRails
    from .._sync.client import PromptRails

P = ParamSpec("P")
R = TypeVar("R")
log = logging.getLogger("promptrails.tracing")


class Exporter(Protocol):
    """What may take spans in place of ours."""

    def submit(self, payload: dict[str, Any]) -> object:
        """Take a span."""

    def flush(self) -> object:
        """Send what was taken."""

    def shutdown(self) -> object:
        """End."""


class Tracer:
    """Makes spans of what an application does, and has them delivered.

    A span that has ended is on disk, and survives whatever becomes of the process. Nothing that goes wrong with the delivery is
    raised. Tracers of one account share what delivers: no tracer has a thread of its own.

    Args:
        api_key: An API key with the scope `traces:write`; the environment variable PROMPTRAILS_API_KEY where None.
        base_url: Where the platform is; else PROMPTRAILS_BASE_URL, else https://api.promptrails.ai.
        timeout: Seconds that one delivery takes at the most.
        max_retries: Nothing: what can't be delivered is tried again for as long as it is kept, seven days.
        http: A client, or the `_http` of one, whose key, address and options are used instead.
        exporter: What takes the spans instead: anything with `submit`, `flush` and `shutdown`.
        max_batch_size: Spans of one request, from 1 to 1,000.
        flush_interval: Seconds for which spans are gathered before they are sent, 5 at the most.
        spool: Where spans wait: True for the person's own folder, False for memory only, or a folder.

    Raises:
        ConfigurationError: There is no key, or an option is out of bounds. It is a `ValueError`.
    """

    def __init__(
        self,
        api_key: str | None = None,
        *,
        base_url: str | None = None,
        timeout: Timeout = 30.0,
        max_retries: int = 3,
        http: SharedHttp | PromptRails | AsyncPromptRails | None = None,
        exporter: Exporter | None = None,
        max_batch_size: int = 100,
        flush_interval: float = 1.0,
        spool: bool | str | PathLike[str] = True,
    ) -> None:
        if exporter is None:
            way = http or of_key(api_key, base_url, timeout, max_retries)
            exporter = SpanExporter(way, max_batch_size=max_batch_size, flush_interval=flush_interval, spool=spool)
        self._exporter = exporter

    @contextmanager
    def span(self, name: str, *, kind: str = "chain", session_id: str | None = None) -> Iterator[Span]:
        """A span around a block. Spans that begin inside are its children; an exception is recorded, and goes on.

        Args:
            name: What the span is called.
            kind: What kind of work it is.
            session_id: The conversation; that of its parent where None.

        Yields:
            The span.
        """
        with running(self.start_span(name, kind=kind, session_id=session_id)) as span:
            yield span

    def start_span(
        self, name: str, *, kind: str = "chain", session_id: str | None = None, parent: Span | None = None
    ) -> Span:
        """Begin a span, which the caller ends with `end`. It is not made the active one.

        Args:
            name: What the span is called.
            kind: What kind of work it is.
            session_id: The conversation; that of its parent where None.
            parent: What it is a part of; the active span where None.
        """
        above = parent or current.get()
        if above is None:
            return Span(name, kind=kind, session_id=session_id, on_end=self._submit)
        return Span(
            name,
            kind=kind,
            trace_id=above.trace_id,
            parent_span_id=above.span_id,
            session_id=session_id or above.session_id,
            on_end=self._submit,
        )

    @overload
    def trace(self, name: Callable[P, R], /) -> Callable[P, R]: ...

    @overload
    def trace(self, name: str | None = None, *, kind: str = "chain") -> Callable[[Callable[P, R]], Callable[P, R]]: ...

    def trace(self, name: Any = None, *, kind: str = "chain") -> Any:
        """A span around every call of the function that this decorates, with parentheses or without.

        That of a coroutine lasts until it has ended, that of a generator until its last value.

        Args:
            name: What the span is called; as the function is where None.
            kind: What kind of work it is.
        """

        def decorate(function: Callable[P, R]) -> Callable[P, R]:
            called = str(named or getattr(function, "__name__", type(function).__name__))
            return decorated(function, lambda: lasting(self.start_span(called, kind=kind)))

        named = None if callable(name) else name
        return decorate(name) if callable(name) else decorate

    def current_span(self) -> Span | None:
        """The active span of this thread or task; None where there is none."""
        return current.get()

    def flush(self, timeout: float = 10.0) -> Books:
        """Deliver what waits, now, and wait for it.

        Args:
            timeout: Seconds to wait at the most; what is not delivered by then is later, or by the next process.

        Returns:
            The books: how many spans were accepted, delivered, wait, were set aside. Empty ones with an exporter of your own.
        """
        if isinstance(self._exporter, SpanExporter):
            return self._exporter.flush(timeout)
        self._exporter.flush()
        return Books()

    async def aflush(self, timeout: float = 10.0) -> Books:
        """Deliver what waits, now, and wait for it, as `flush`, without holding up the event loop."""
        if isinstance(self._exporter, SpanExporter):
            return await self._exporter.aflush(timeout)
        return self.flush(timeout)

    def shutdown(self) -> None:
        """Deliver what waits, for a second and a half at the most. Spans that end later are delivered all the same."""
        self._exporter.shutdown()

    def _submit(self, span: Span) -> None:
        try:
            self._exporter.submit(span.to_payload())
        except Exception:  # an exporter of the application's may raise anything, which is no reason to break its work
            log.exception("A span is lost: its exporter has failed.")


def of_key(api_key: str | None, base_url: str | None, timeout: Timeout, max_retries: int) -> PromptRails:
    """A client for a key, which only says how PromptRails is reached."""
    from .._sync.client import PromptRails

    return PromptRails(api_key, base_url=base_url, timeout=timeout, max_retries=max_retries)
