"""`promptport events retry --now`: delivers what waits from the command itself, by the keys that the environment has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from ..errors import Error
from ..extras import missing_extra
from ..outbox.account import Account
from ..outbox.books import Books
from ..outbox.listing import Listed, account_folders, waiting
from .events_chosen import Wanted, account_shown
from .terminal import shown_in_line

Flush = Callable[[float], Books]
Opened = tuple[Account | None, Flush]  # whose key the environment has, and what delivers with it
FUNCTION = "function"  # the platform of what goes to an application's function
SECONDS = 30.0  # of one delivery of spans


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
    open_it = SPANS.get(account.platform) if account.kind == "spans" else _client
    if account.platform == FUNCTION or open_it is None:
        raise Error("the application alone can deliver them; its next process does.")
    with open_it(account, root) as (mine, flush):
        if mine is None or mine.digest != folder.name:
            raise Error(_another(account, mine))
        yield flush


@contextmanager
def _client(account: Account, root: Path) -> Iterator[Opened]:
    """A client, for events and scores."""
    from ..client._sync import Client  # what sends is for those alone who deliver

    with Client(account.platform, spool=root) as client:
        outlet = client.reporting.scores if account.kind == "scores" else client.reporting.events
        yield outlet.destination.account(), outlet.flush


@contextmanager
def _promptrails(account: Account, root: Path) -> Iterator[Opened]:
    """What PromptRails' tracer delivers by."""
    from ..promptrails.tracing.exporter import SpanExporter
    from ..promptrails.tracing.tracer import of_key

    exporter = SpanExporter(of_key(None, None, SECONDS, 0), spool=root)
    try:
        yield exporter.account, exporter.flush
    finally:
        exporter.shutdown()


@contextmanager
def _promptic(account: Account, root: Path) -> Iterator[Opened]:
    """What Promptic's tracing delivers by."""
    from ..promptic.tracing.credentials import destination

    found = destination(None, None)
    try:
        from ..promptic.tracing.provider import leased
    except ModuleNotFoundError as error:
        raise missing_extra(error, "otel", "Delivering spans") from None
    lease = leased(found, root)
    try:
        yield lease.key[0], lease.flush
    finally:
        lease.close()


SPANS: Mapping[str, Callable[[Account, Path], AbstractContextManager[Opened]]] = {
    "promptrails": _promptrails,
    "promptic": _promptic,
}


def _another(account: Account, mine: Account | None) -> str:
    """Why what waits is not delivered with what the environment has."""
    if mine is not None and mine.origin != account.origin:
        return f"they are for {account.origin}, and the environment names {mine.origin}."
    return "the key in the environment is another account's; set the one that they were accepted with."
