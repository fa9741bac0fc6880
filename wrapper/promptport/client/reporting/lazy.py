"""What a client reports by, made when it is first needed: most processes report nothing, and the outbox needs asyncio."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .reporting import Reporting


class LazyReporting:
    """What a client reports by. Clients with other options share it.

    Args:
        make: Makes it.
    """

    def __init__(self, make: Callable[[], Reporting]) -> None:
        self._make = make
        self._made: dict[None, Reporting] = {}

    @property
    def needed(self) -> Reporting:
        """It, made by now."""
        found = self._made.get(None)
        return self._made.setdefault(None, self._make()) if found is None else found  # of two threads the first counts

    @property
    def made(self) -> Reporting | None:
        """It, where anybody has needed it."""
        return self._made.get(None)
