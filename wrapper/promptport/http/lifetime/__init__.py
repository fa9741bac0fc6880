"""How long a client lives: what is under way when it is closed ends at once, with ClosedError.

Two forms under the same names: `aio` for tasks, `blocking` for threads.
"""

from __future__ import annotations

from typing import Protocol, Self

from ...concurrency.fork import register_at_fork
from ...concurrency.living import Living
from ...errors import ClosedError


class Ending(Protocol):
    """Something that is under way."""

    @property
    def lifetime(self) -> BaseLifetime:
        """The life that it ends with."""

    def end(self) -> None:
        """End it now. Called by whoever closes the client, from any thread."""


class BaseLifetime:
    """The life of a client, and what is under way in it.

    Args:
        platform: The platform's name, for the error.
        parent: The life that this one ends with, where the client shares the connections of another.
        closed_error: What every call of a closed client raises.

    Attributes:
        waits: What is under way, in this life and in those that it shares connections with.
        used: Whether anything was ever sent by the one that owns the connections.
    """

    def __init__(
        self, platform: str, parent: Self | None = None, closed_error: type[ClosedError] = ClosedError
    ) -> None:
        self.waits: Living[Ending] = Living() if parent is None else parent.waits
        self.used = False
        self._platform = platform
        self._parent = parent
        self._closed_error = closed_error
        self._root: BaseLifetime = self if parent is None else parent._root
        self._closed = False
        if parent is None:
            register_at_fork(self)

    def after_fork(self) -> None:
        """What is under way in the parent is not the child's, nor has the child opened anything that it could forget."""
        self.waits.clear()
        self.used = False

    @property
    def closed(self) -> bool:
        """Whether the client was closed, or the one whose connections it shares."""
        return self._closed or (self._parent is not None and self._parent.closed)

    def check(self) -> None:
        """Raise ClosedError where the client was closed."""
        if self.closed:
            raise self.error()

    def begin(self) -> None:
        """Note that something is about to be sent. Raises ClosedError where the client was closed."""
        self.check()
        self._root.used = True

    def error(self) -> ClosedError:
        """What every call of a closed client raises."""
        return self._closed_error(f"The {self._platform} client is closed; build another one.")

    def close(self) -> None:
        """End this life, and what is under way in it."""
        self._closed = True
        for each in self.ending():
            each.end()

    def ending(self) -> list[Ending]:
        """What is under way, though its life is over."""
        return [each for each in self.waits.members() if each.lifetime.closed]
