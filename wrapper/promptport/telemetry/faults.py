"""What OpenTelemetry raises harms no call: an application's propagators, samplers and processors may raise anything."""

from __future__ import annotations

import logging
from types import TracebackType

logger = logging.getLogger("promptport")
_logged: set[str] = set()  # what has failed before, as may happen in every call


class Harmless:
    """A block whose errors change nothing for the call. The first of a kind is logged, without its text, which may say anything.

    Args:
        doing: What is done, for the log.
    """

    __slots__ = ("_doing",)

    def __init__(self, doing: str) -> None:
        self._doing = doing

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if not isinstance(error, Exception):
            return False
        what = f"{self._doing} ({type(error).__name__})"
        if what not in _logged:
            _logged.add(what)
            logger.warning("OpenTelemetry failed at %s; further failures of the kind are not logged", what)
        return True
