"""What deliveries have found out about an account, for all clients of it in this process."""

from __future__ import annotations

from threading import RLock

from ...concurrency.fork import register_at_fork
from ...outbox.accounts import Account


class Findings:
    """What is known of an account.

    Attributes:
        duplicates: How often the platform has said that it had an event already.
        lacking: Why it takes nothing of the kind, in words; empty where it does, as far as is known.
        holders: How many clients hold it.
    """

    def __init__(self) -> None:
        self.duplicates = 0
        self.lacking = ""
        self.holders = 0


class KnownAccounts:
    """The accounts of this process; one that no client holds any more is forgotten."""

    def __init__(self) -> None:
        self._known: dict[Account, Findings] = {}
        self.after_fork()
        register_at_fork(self)

    def after_fork(self) -> None:
        """Another thread of the parent may have held its lock."""
        self._lock = RLock()  # a signal handler may come while it is held

    def hold(self, account: Account) -> Findings:
        """What is known of an account, until it is let go of as often as it was held."""
        with self._lock:
            found = self._known.setdefault(account, Findings())
            found.holders += 1
            return found

    def let_go(self, account: Account) -> None:
        """One who has held it is done."""
        with self._lock:
            found = self._known.get(account)
            if found is not None:
                found.holders -= 1
                if found.holders <= 0:
                    del self._known[account]


known_accounts = KnownAccounts()
