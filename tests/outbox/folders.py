"""Folders of accounts, as processes leave them that have ended."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from promptport.outbox.account import Account
from promptport.outbox.aside import Aside
from promptport.outbox.entry import Entry
from promptport.outbox.place import Place
from promptport.outbox.settings import OutboxSettings
from promptport.outbox.spool import Spool

ACCOUNT = Account("xr2", "https://xr2.uk", "one", "events")
NOW = 1_790_000_000.0


def entry(name: str, at: float = NOW) -> Entry:
    """An event of a name, which is its id as well."""
    return Entry(name, "event", at, {"name": name})


def folder_of(root: Path, account: Account = ACCOUNT) -> Path:
    """An account's folder, which is there."""
    found = root / account.digest
    found.mkdir(mode=0o700, parents=True, exist_ok=True)
    return found


def spool_of(root: Path, entries: Sequence[Entry], account: Account = ACCOUNT) -> Spool:
    """A process's spool, with entries in it; it lives until it is closed."""
    spool = Spool(Place(folder_of(root, account)), account.about, OutboxSettings())
    for each in entries:
        spool.put(each.encode())
    return spool


def put_aside(root: Path, entries: Sequence[Entry], reason: str = "age", account: Account = ACCOUNT) -> None:
    """Set entries aside, in a file of their own."""
    Aside(folder_of(root, account) / "aside", account.about).add([(each, reason) for each in entries])
