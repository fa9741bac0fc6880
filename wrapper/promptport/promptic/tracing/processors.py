"""What OpenTelemetry tells of every span: it gets its labels when it begins, and is kept when it ends."""

from __future__ import annotations

import atexit
import logging
from threading import Event

from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.common.trace_encoder import encode_spans
from opentelemetry.sdk.trace import ReadableSpan, Span, SpanProcessor

from ...concurrency.fork import register_at_fork
from ...outbox.accounts import Lease
from ...outbox.books import Books
from .labels import labels

logger = logging.getLogger("promptport")
_ending = Event()  # the process ends: all outboxes together have the time of one, and see to it by themselves


def watch_the_end() -> None:
    """Take note of the end of the process before the tracer providers do that there are now."""
    atexit.unregister(_ending.set)
    atexit.register(_ending.set)


class LabelProcessor(SpanProcessor):
    """Gives a span the labels of the blocks in which it begins."""

    def on_start(self, span: Span, parent_context: Context | None = None) -> None:
        """Label a span."""
        for name, value in labels().items():
            span.set_attribute(name, value)

    def force_flush(self, timeout_millis: int = 30_000) -> bool:
        """Nothing waits here; of some releases what this class stands on answers nothing, which means that it failed."""
        return True


class SpoolProcessor(SpanProcessor):
    """Keeps a span when it ends. It is kept once `on_end` answers, whatever becomes of the process.

    Args:
        leased: Where it is kept, and delivered from.

    Attributes:
        closed: Whether nothing is kept any more.
    """

    def __init__(self, leased: Lease) -> None:
        self._leased = leased
        self.closed = False
        self.after_fork()
        register_at_fork(self)

    def after_fork(self) -> None:
        """What was lost before is the parent's to tell of."""
        self._lost = 0  # spans that could not be kept
        self._reported = 0  # of them, and of those that were set aside, what `force_flush` has told of

    def on_end(self, span: ReadableSpan) -> None:
        """Keep a span, if it was sampled."""
        about = span.get_span_context()
        if self.closed or about is None or not about.trace_flags.sampled:
            return
        try:
            body = encode_spans([span]).SerializeToString()
            if self._leased.put("span", body) is None:
                self._lost += 1
        except Exception as error:  # a span must never break what it is about
            if not self._lost:
                logger.warning("The span %r can't be kept: %s", span.name, error)
            self._lost += 1

    def force_flush(self, timeout_millis: int = 30_000) -> bool:
        """Deliver what waits, now.

        Args:
            timeout_millis: Milliseconds to wait at the most.

        Returns:
            Whether everything has been delivered. What was lost or set aside since the last time makes it false once; what
            waits is delivered later.
        """
        if self.closed:
            return True
        books = self._leased.flush(timeout_millis / 1000)
        failed = self._failed(books)
        before, self._reported = self._reported, failed
        return not books.waiting and failed == before

    def shutdown(self) -> None:
        """Deliver what waits, but not for long, and keep nothing more. What still waits is the next process's."""
        if not self.closed:
            self.closed = True
            if not _ending.is_set():
                self._leased.close()

    def _failed(self, books: Books) -> int:
        return self._lost + sum(books.aside.values())
