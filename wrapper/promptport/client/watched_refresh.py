"""A refresh while nobody waits, as OpenTelemetry is told of it: a span of its own, with a link to the call that began it."""

from __future__ import annotations

from types import TracebackType

from ..platform import Query
from ..telemetry.names import OPERATION, REFRESH
from ..telemetry.spans import Span, current
from .span_attributes import failed, query_attributes


class Refreshing:
    """A block in which a prompt is fetched anew, made where that begins.

    Args:
        platform: The platform's name.
        query: Which prompt.
    """

    __slots__ = ("_cause", "_platform", "_query", "_span")

    def __init__(self, platform: str, query: Query) -> None:
        self._platform, self._query, self._cause = platform, query, current()

    def __enter__(self) -> None:
        attributes = {OPERATION: REFRESH, **query_attributes(self._platform, self._query)}
        self._span = Span(f"{REFRESH} {self._query.name}", attributes, root=True, cause=self._cause)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None:
            failed(self._span, error)
        self._span.end()
