"""Proves that what is known of an account is known to all who hold it, and forgotten with the last of them."""

from __future__ import annotations

from promptport.client.reporting.findings import KnownAccounts
from promptport.outbox.accounts import Account

ONE = Account("xr2", "o", "a", "events")


def test_findings() -> None:
    known = KnownAccounts()
    first = known.hold(ONE)
    first.duplicates = 3
    assert known.hold(ONE) is first
    assert known.hold(ONE._replace(kind="scores")) is not first
    known.let_go(ONE)
    assert known.hold(ONE) is first
    for _ in range(3):
        known.let_go(ONE)
    assert known.hold(ONE).duplicates == 0
