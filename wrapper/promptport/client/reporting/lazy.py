"""What is made when it is first needed: most processes report nothing, and what reports needs asyncio, or another platform."""

from __future__ import annotations

from collections.abc import Callable
from threading import RLock
from typing import Generic, TypeVar

from ...concurrency.fork import register_at_fork

T = TypeVar("T")


class Lazy(Generic[T]):
    """Something that is made once, whoever needs it first.

    Args:
        make: Makes it. What that raises is raised, and it is tried again.

    Attributes:
        made: It; None where nobody has needed it yet.
    """

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self.made: T | None = None
        self.after_fork()
        register_at_fork(self)

    def after_fork(self) -> None:
        """Another thread of the parent may have held its lock."""
        self._lock = RLock()  # a signal handler may come while it is held

    @property
    def needed(self) -> T:
        """It, made by now."""
        if self.made is not None:
            return self.made
        with self._lock:
            if self.made is None:
                made = self._make()
                self.made = self.made or made  # of a signal handler that came meanwhile
            return self.made
