"""Whether a client may still be used."""

from __future__ import annotations

from ..errors import ClosedError


class Lifetime:
    """The life of one client. A client that was made from another ends with it, at the latest.

    Args:
        parent: The life of the client that it was made from.
    """

    __slots__ = ("_ended", "_parent")

    def __init__(self, parent: Lifetime | None = None) -> None:
        self._parent = parent
        self._ended = False

    @property
    def ended(self) -> bool:
        """Whether the client is closed, or the one that it was made from."""
        return self._ended or (self._parent is not None and self._parent.ended)

    def derived(self) -> Lifetime:
        """The life of another client that is made from this one; it ends with the one that both were made from."""
        made = Lifetime(self._parent or self)
        made._ended = self._ended
        return made

    def check(self) -> None:
        """See that the client is open.

        Raises:
            ClosedError: It is closed.
        """
        if self.ended:
            raise ClosedError("The client is closed; build another one.")

    def end(self) -> bool:
        """Close it. Answers whether what it holds is now to be closed: once, and not where another client holds it."""
        first, self._ended = not self._ended, True
        return first and self._parent is None
