"""The way of one kind of report, found when it is first needed: to find that there is none may take opening a platform."""

from __future__ import annotations

from collections.abc import Callable
from threading import RLock

from ...concurrency.fork import register_at_fork
from .outlet import Outlet


class Way:
    """Where something of a kind goes.

    Args:
        find: Finds it. Raises an error of ours where it goes nowhere.
        likely: Whether it is found without opening anything, so that what earlier processes have left is looked for.
        shared: Whether it is another client's.

    Attributes:
        likely: Whether it is found without opening anything.
        shared: Whether it is another client's.
        made: Where it goes; None where nobody has needed it yet.
    """

    def __init__(self, find: Callable[[], Outlet], likely: bool = True, shared: bool = False) -> None:
        self._find, self.likely, self.shared = find, likely, shared
        self.made: Outlet | None = None
        self.after_fork()
        register_at_fork(self)

    def after_fork(self) -> None:
        """Another thread of the parent may have held its lock."""
        self._lock = RLock()  # a signal handler may come while it is held

    @property
    def needed(self) -> Outlet:
        """Where it goes.

        Raises:
            NotSupported: Nowhere.
            MissingCredential: There is no key.
        """
        if self.made is not None:
            return self.made
        with self._lock:
            if self.made is None:
                found = self._find()
                self.made = self.made or found  # of a signal handler that came meanwhile
            return self.made
