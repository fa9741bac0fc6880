"""A block that delivers at its end. The blocking twin is made from this file by `tools/unasync.py`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from types import TracebackType

from ...outbox.books import Books


class AsyncInvocation:
    """What `AsyncClient.invocation` answers.

    Args:
        begin: Delivers what earlier processes have left.
        flush: Delivers what waits, within so many seconds.
        timeout: The seconds.
    """

    def __init__(self, begin: Callable[[], None], flush: Callable[[float], Awaitable[Books]], timeout: float) -> None:
        self._begin, self._flush, self._timeout = begin, flush, timeout

    async def __aenter__(self) -> None:
        self._begin()

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._flush(self._timeout)
