"""What deliveries have found out about an account, for all clients of it in this process."""

from __future__ import annotations

from weakref import WeakValueDictionary

from ...outbox.accounts import Account


class Findings:
    """What is known of an account.

    Attributes:
        duplicates: How often the platform has said that it had an event already.
        lacking: Why it takes nothing of the kind, in words; empty where it does, as far as is known.
    """

    def __init__(self) -> None:
        self.duplicates = 0
        self.lacking = ""


_known: WeakValueDictionary[Account, Findings] = WeakValueDictionary()


def findings(account: Account) -> Findings:
    """What is known of an account, for as long as anybody holds it."""
    return _known.setdefault(account, Findings())
