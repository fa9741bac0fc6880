"""The outboxes of this process, one an account: whoever delivers leases his."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from threading import RLock
from typing import Any

from ..concurrency.fork import register_at_fork
from .account import Account
from .books import Books
from .exit import EXIT
from .notes import Notes
from .place import root_of
from .settings import OutboxSettings
from .shared import Delivery, Shared

__all__ = ["Account", "Delivery", "Lease", "Notes", "lease"]
Key = tuple[Account, Path | None]


class Lease:
    """A client's part in the outbox of its account. Many have one; the last one to close ends it.

    Args:
        key: What it is of.
        shared: The outbox.
        delivery: What brings entries to the platform, for as long as this lease is there.

    Attributes:
        key: What it is of.
        shared: The outbox.
        token: What tells it from every other.
    """

    def __init__(self, key: Key, shared: Shared, delivery: Callable[[], Delivery]) -> None:
        self.key, self.shared = key, shared
        self._outbox = shared.outbox
        self._closed = False
        self.token = object()
        shared.add(self.token, delivery)

    def put(self, kind: str, body: Any, id: str | None = None) -> str | None:  # the field's word
        """Accept something. It is kept once this answers; it is delivered later. Threads and signal handlers may come at once.

        Args:
            kind: What it is, for whoever delivers it: `event`, `score`, `span`.
            body: What JSON can say, or bytes.
            id: What tells it from every other; one is made where None.

        Returns:
            The id; None where there is no room, which is counted and said.

        Raises:
            ArgumentError: The body is nothing that JSON can say, or too large for one entry.
        """
        return self._outbox.put(kind, body, id)

    def begin(self) -> None:
        """Deliver what earlier processes have left, though nothing is put in."""
        self._outbox.begin()

    @property
    def books(self) -> Books:
        """What has become of everything so far, for all who have leased it."""
        return self._outbox.books

    def flush(self, timeout: float) -> Books:
        """Deliver what waits, now, and wait for it.

        Args:
            timeout: Seconds to wait at the most.

        Returns:
            The books; what still waits stays where it is.
        """
        return self._outbox.flush(timeout)

    async def aflush(self, timeout: float) -> Books:
        """Deliver what waits, now, and wait for it, as `flush`."""
        return await self._outbox.aflush(timeout)

    def close(self, timeout: float = EXIT) -> Books:
        """Let go of it: what waits is delivered, unless the platform rests after a failure, and the last one ends the outbox.

        Args:
            timeout: Seconds to wait at the most.

        Returns:
            The books; what still waits is the next process's.
        """
        if self._closed:
            return self._outbox.books
        return self._outbox.close(timeout) if self._leave() else self._outbox.flush(timeout, insist=False)

    async def aclose(self, timeout: float = EXIT) -> Books:
        """Let go of it, as `close`, without holding up the event loop."""
        if self._closed:
            return self._outbox.books
        return await self._outbox.aclose(timeout) if self._leave() else await self._outbox.aflush(timeout, insist=False)

    def _leave(self) -> bool:
        closed, self._closed = self._closed, True
        return not closed and accounts.leave(self)

    def __del__(self) -> None:
        # A client that nobody closed: the outbox stays, and delivers with what it has.
        if hasattr(self, "_closed") and not self._closed:
            self.shared.remove(self.token)


class Accounts:
    """The outboxes that are leased."""

    def __init__(self) -> None:
        self._shared: dict[Key, Shared] = {}
        self.after_fork()
        register_at_fork(self)

    def after_fork(self) -> None:
        """Another thread of the parent may have held its lock."""
        self._lock = RLock()  # a signal handler may come while it is held

    def lease(self, key: Key, delivery: Callable[[], Delivery], settings: OutboxSettings) -> Lease:
        """A lease of an account's outbox, which is made where there is none."""
        account, root = key
        with self._lock:
            shared = self._shared.get(key)
            if shared is None:
                shared = self._shared.setdefault(key, Shared(account, account.place(root), settings))
            return Lease(key, shared, delivery)

    def leave(self, lease: Lease) -> bool:
        """Let go of a lease; answers whether it was the last one, so that the outbox is to end."""
        with self._lock:
            last = lease.shared.remove(lease.token)
            if last and self._shared.get(lease.key) is lease.shared:
                del self._shared[lease.key]
            return last


accounts = Accounts()


def lease(
    account: Account,
    delivery: Callable[[], Delivery],
    settings: OutboxSettings = OutboxSettings(),  # noqa: B008 # a constant
    spool: bool | str | os.PathLike[str] = True,
) -> Lease:
    """A part in the outbox of an account. No file is made and no thread begun until something is put in.

    Args:
        account: Whose.
        delivery: Makes what brings entries to the platform; called in the background's event loop, when it is needed.
        settings: How much is kept, and in what portions it goes out; those of the first who leases it hold.
        spool: Where entries are kept: True for the person's own folder, False for memory only, or a folder.
    """
    return accounts.lease((account, root_of(spool)), delivery, settings)
