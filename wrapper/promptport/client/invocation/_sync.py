# Made from wrapper/promptport/client/invocation/_async.py by `python tools/unasync.py`: change that file, never this one.
"""A block that delivers at its end. The asyncio twin is the source of this file."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType

from ...outbox.books import Books


class Invocation:
    """What `Client.invocation` answers.

    Args:
        begin: Delivers what earlier processes have left.
        flush: Delivers what waits, within so many seconds.
        timeout: The seconds.
    """

    def __init__(self, begin: Callable[[], None], flush: Callable[[float], Books], timeout: float) -> None:
        self._begin, self._flush, self._timeout = begin, flush, timeout

    def __enter__(self) -> None:
        self._begin()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._flush(self._timeout)
