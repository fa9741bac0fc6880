"""The parts of one client in the outboxes of its accounts: of the one that it has now, and of those that it had."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from threading import RLock
from time import monotonic
from typing import Any
from weakref import ref

from ...concurrency.fork import register_at_fork
from ...errors import CallError, ClosedError, NotSupported
from ...outbox.accounts import Account, Lease, Notes, lease
from ...outbox.entry import Entry
from ...outbox.result import Outcome, Result
from .deliveries import SECONDS
from .destination import Destination
from .findings import Findings, known_accounts

LOOK = 1.0  # seconds between two looks for whose account it is


class Leases:
    """What keeps the entries of one client.

    Args:
        destination: Who takes them.
        spool: Where they are kept, as `promptport.outbox.accounts.lease` has it.

    Attributes:
        known: The parts in outboxes, by account.
        found: What was found out about the accounts, while this is not ended.
        unknown: What was accepted before the account was known; None where nothing was.
    """

    def __init__(self, destination: Destination, spool: Any) -> None:
        self._destination, self._spool = destination, spool and not destination.in_memory and spool
        self.known: dict[Account, Lease] = {}
        self.found: dict[Account, Findings] = {}
        self.unknown: Lease | None = None
        self._last: Lease | None = None
        self._about = Findings()
        self._until, self._closed = float("-inf"), False
        self.after_fork()
        register_at_fork(self)

    def after_fork(self) -> None:
        """Another thread of the parent may have held its lock."""
        self._lock = RLock()  # a signal handler may come while it is held

    @property
    def current(self) -> Lease:
        """The part in the outbox of the account of this moment.

        Raises:
            NotSupported: The platform has said that it takes nothing of the kind.
            ClosedError: They were let go of.
        """
        last = self._last
        if last is not None and monotonic() < self._until and not self._about.lacking:
            return last
        with self._lock:
            if self._closed:
                raise ClosedError("The client that takes the events is closed; build another one.")
            account = self._destination.account()
            if account is None:
                if self.unknown is None:
                    self.unknown = self._introduced()
                return self.unknown
            self._about = self._held(account)
            if self._about.lacking:
                raise NotSupported(self._about.lacking)
            self._last, self._until = self._of(account), monotonic() + LOOK
            return self._last

    @property
    def mocked(self) -> Lease:
        """The part for what is accepted while a mock of HTTP is at work, in memory."""
        with self._lock:
            account = self._destination.account() or Account(self._destination.platform, "", "", self._destination.word)
            return self._of(account._replace(account=f"{account.account} mocked"), mocked=True)

    def forward(self, entry: Entry) -> bool:
        """Take an entry that was accepted before the account was known; answers whether it is known by now."""
        if self._destination.account() is None:
            return False
        self.current.put(entry.kind, entry.body, entry.id)
        return True

    def _of(self, account: Account, mocked: bool = False) -> Lease:
        found = self.known.get(account)
        if found is None:
            delivery = self._destination.delivery(account, mocked, self._held(account))
            found = lease(account, delivery, self._destination.settings, False if mocked else self._spool)
            self.known[account] = found
        return found

    def _held(self, account: Account) -> Findings:
        found = self.found.get(account)
        if found is None:
            found = self.found[account] = known_accounts.hold(account)
        return found

    def _introduced(self) -> Lease:
        own, source, destination = ref(self), self._destination.identifying(), self._destination
        account = Account(destination.platform, "", f"unknown {os.urandom(8).hex()}", destination.word)
        return lease(account, lambda: _Introduction(own, source), destination.settings, False)

    def __iter__(self) -> Iterator[Lease]:
        """All of them, as they are when it is their turn: what is forwarded from the first is in one of the others by then."""
        if self.unknown is not None:
            yield self.unknown
        yield from list(self.known.values())

    def end(self) -> bool:
        """Let nothing more in. Answers whether that is new."""
        with self._lock:
            first, self._closed = not self._closed, True
            self._last = None
            while self.found:
                known_accounts.let_go(self.found.popitem()[0])
        return first


class _Introduction:
    """Brings entries that were accepted before their account was known into its outbox, once it is.

    Args:
        leases: Where they were accepted.
        source: Finds out whose account it is.
    """

    def __init__(self, leases: Callable[[], Leases | None], source: Any) -> None:
        self._leases, self._source = leases, source

    async def deliver(self, batch: Sequence[Entry], notes: Notes) -> Result:
        """Find out whose they are, and pass them on."""
        try:
            await self._source.identify(SECONDS)
        except CallError as error:
            return Result(Outcome.NOT_RECEIVED, error.message)
        leases, passed = self._leases(), dict[str, Result]()
        for each in batch:
            if leases is None or not leases.forward(each):
                return Result(Outcome.NOT_RECEIVED, "nobody knows yet whose account it is", each=passed)
            passed[each.id] = Result(Outcome.DELIVERED)
        return Result(Outcome.DELIVERED)

    async def aclose(self) -> None:
        """Do nothing: the client closes its platform."""
