"""`promptport events retry --now`: delivers what waits from the command itself, by the keys that the environment has."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from ..errors import Error
from ..outbox.account import Account
from ..outbox.books import Books
from ..outbox.listing import Listed, account_folders, waiting
from .events_chosen import Wanted, account_shown
from .terminal import shown_in_line

Flush = Callable[[float], Books]
BY_THE_APPLICATION = {
    "function": "they go to a function of the application, which delivers them when it runs",
    "spans": "the next process that traces delivers them",
}


class Delivered(NamedTuple):
    """What has become of an account's entries.

    Attributes:
        account: The account.
        delivered: How many the platform has taken.
        waiting: How many still wait.
        aside: How many were set aside.
        problem: Why nothing could be delivered; empty where it was tried.
    """

    account: Account
    delivered: int = 0
    waiting: int = 0
    aside: int = 0
    problem: str = ""

    def as_data(self) -> dict[str, Any]:
        """What it says, as plain data."""
        return {
            **self.account._asdict(),
            "account": account_shown(self.account) or None,
            "delivered": self.delivered,
            "waiting": self.waiting,
            "aside": self.aside,
            "problem": self.problem or None,
        }

    def __str__(self) -> str:
        whose = f"{self.account.platform} {self.account.kind}, account {account_shown(self.account) or 'unknown'}"
        if self.problem:
            return f"{shown_in_line(whose)}: not delivered: {shown_in_line(self.problem)}"
        counts = f"{self.delivered:,} delivered, {self.waiting:,} waiting, {self.aside:,} set aside"
        return f"{shown_in_line(whose)}: {counts}"


def delivered(root: Path, wanted: Wanted, timeout: float) -> Iterator[Delivered]:
    """Deliver what waits, account by account; what a process has that lives is left to it.

    Args:
        root: The folder of all accounts.
        wanted: Which accounts: those of which an entry is meant.
        timeout: Seconds that it may take at the most for each account.
    """
    for folder in account_folders(root):
        found = [each for each in waiting(folder) if each.entry is not None and not each.living and wanted(each)]
        if found:
            yield _delivered(found[0], folder, root, timeout)


def _delivered(each: Listed, folder: Path, root: Path, timeout: float) -> Delivered:
    account = each.account
    try:
        with _opened(account, folder, root) as flush:
            books = flush(timeout)
    except Error as error:
        return Delivered(account, problem=error.message)
    return Delivered(account, books.delivered, books.waiting, sum(books.aside.values()))


@contextmanager
def _opened(account: Account, folder: Path, root: Path) -> Iterator[Flush]:
    """What delivers an account's entries, if the environment has its key."""
    for why in (BY_THE_APPLICATION.get(account.platform), BY_THE_APPLICATION.get(account.kind)):
        if why:
            raise Error(f"{why}.")
    from ..client._sync import Client  # what sends, for those alone who deliver

    with Client(account.platform, spool=root) as client:
        outlet = client.reporting.scores if account.kind == "scores" else client.reporting.events
        mine = outlet.destination.account()
        if mine is None or mine.digest != folder.name:
            raise Error(_another(account, mine))
        yield outlet.flush


def _another(account: Account, mine: Account | None) -> str:
    """Why what waits is not delivered with what the environment has."""
    if mine is not None and mine.origin != account.origin:
        return f"they are for {account.origin}, and the environment names {mine.origin}."
    return "the key in the environment is another account's; set the one that they were accepted with."
