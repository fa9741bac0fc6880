"""Where the events of a client go, or its scores."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from time import monotonic
from typing import Any

from ...outbox.books import Books
from ...outbox.exit import EXIT
from .destination import Destination
from .lazy import Lazy
from .leases import Leases


class Outlet:
    """Accepts entries of one kind.

    Args:
        destination: Who takes them.
        spool: Where they are kept, as `promptport.outbox.accounts.lease` has it.

    Attributes:
        destination: Who takes them.
    """

    def __init__(self, destination: Destination, spool: Any) -> None:
        self.destination, self._leases = destination, Leases(destination, spool)

    def put(self, body: dict[str, Any]) -> str | None:
        """Accept an entry. Answers its id; None where there was no room.

        Raises:
            NotSupported: The platform has said that it takes nothing of the kind.
            ConfigurationError: A mock of HTTP is at work that would not see what is sent.
            ClosedError: The client is closed.
        """
        destination = self.destination
        destination.entered()
        lease = self._leases.mocked if destination.mocked() else self._leases.current
        return lease.put(destination.word, body)

    def begin(self) -> None:
        """Deliver what earlier processes have left."""
        self.destination.entered()
        if not self.destination.mocked():
            self._leases.current  # noqa: B018 # which adopts it
        for each in self._leases:
            each.begin()

    def flush(self, timeout: float) -> Books:
        """Deliver what waits, now, and wait for it, so many seconds at the most."""
        until = monotonic() + timeout
        self.begin()
        for each in self._leases:
            each.flush(max(until - monotonic(), 0.0))
        return self.books

    async def aflush(self, timeout: float) -> Books:
        """Deliver what waits, as `flush`, without holding up the event loop."""
        until = monotonic() + timeout
        self.begin()
        for each in self._leases:
            await each.aflush(max(until - monotonic(), 0.0))
        return self.books

    @property
    def books(self) -> Books:
        """What has become of everything, of all clients of the account."""
        books = [each.books for each in list(self._leases.known.values())]
        if self._leases.unknown is not None:
            found = self._leases.unknown.books
            books.append(found._replace(accepted=found.accepted - found.delivered, delivered=0))
        return sum_of(books)

    @property
    def duplicates(self) -> int:
        """How often the platform has said that it had an event already."""
        return sum(each.duplicates for each in list(self._leases.found.values()))

    def close(self, timeout: float = EXIT) -> None:
        """Deliver what waits, for so many seconds at the most, and let go of the outbox."""
        until = monotonic() + timeout
        first = self._leases.end()
        for each in self._leases:
            each.close(max(until - monotonic(), 0.0))
        if first:
            self.destination.close()

    async def aclose(self, timeout: float = EXIT) -> None:
        """Deliver what waits, for so many seconds at the most, and let go of the outbox, as `close`."""
        self.destination.entered()
        until = monotonic() + timeout
        first = self._leases.end()
        for each in self._leases:
            await each.aclose(max(until - monotonic(), 0.0))
        if first:
            self.destination.close()


class Way(Lazy[Outlet]):
    """The way of one kind of report, found when it is first needed: to find that there is none may take opening a platform.

    Args:
        find: Finds where it goes. Raises NotSupported where nowhere, MissingCredential where there is no key.
        likely: Whether it is found without opening anything, so that what earlier processes have left is looked for.
        shared: Whether it is another client's.

    Attributes:
        likely: Whether it is found without opening anything.
        shared: Whether it is another client's.
    """

    def __init__(self, find: Callable[[], Outlet], likely: bool = True, shared: bool = False) -> None:
        super().__init__(find)
        self.likely, self.shared = likely, shared


def sum_of(books: Sequence[Books]) -> Books:
    """Several books as one."""
    aside, dropped = Counter[str](), Counter[str]()
    for each in books:
        aside.update(each.aside)
        dropped.update(each.dropped)
    return Books(
        sum(each.accepted for each in books),
        sum(each.adopted for each in books),
        sum(each.delivered for each in books),
        sum(each.waiting for each in books),
        dict(aside),
        dict(dropped),
    )
