"""One outbox an account, for all who deliver to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Protocol

from ..concurrency.fork import register_at_fork
from .account import Account
from .entry import Entry
from .notes import Notes
from .outbox import Outbox
from .place import Place
from .result import Outcome, Result
from .settings import OutboxSettings


class Delivery(Protocol):
    """Brings entries to a platform. It is made in the event loop of the background, when there is something to deliver."""

    async def deliver(self, batch: Sequence[Entry], notes: Notes) -> Result:
        """Deliver a portion, with one try: the outbox tries again.

        Args:
            batch: The entries.
            notes: What deliveries of this account have learned, and what is learned now.

        Returns:
            What has become of the portion, and of single entries where that is something else.
        """
        ...

    async def aclose(self) -> None:
        """End what it holds open."""
        ...


class Shared:
    """The outbox of an account, and the deliveries of those who have leased it: one of them is in use.

    Args:
        account: Whose it is.
        place: Where it keeps entries; None keeps them in memory.
        settings: How much, how long, and in what portions.
    """

    def __init__(self, account: Account, place: Place | None, settings: OutboxSettings) -> None:
        self.outbox = Outbox(self._deliver, place, account.about, settings, ended=self._ended)
        self._notes = Notes(place)
        self._makers: dict[object, Callable[[], Delivery]] = {}
        self._gone: object = None  # the last lease, where it has ended: its maker stays in use
        self.after_fork()
        register_at_fork(self)

    def after_fork(self) -> None:
        """The parent's connections are the parent's."""
        self._delivery: Delivery | None = None
        self._maker: object = None

    def add(self, lease: object, maker: Callable[[], Delivery]) -> None:
        """Another who has leased it."""
        self._makers[lease] = maker
        gone, self._gone = self._gone, None
        self._makers.pop(gone, None)

    def remove(self, lease: object) -> bool:
        """One who has leased it is done; answers whether he was the last one."""
        if len(self._makers) == 1:
            self._gone = lease
            return True
        self._makers.pop(lease, None)
        return False

    async def _deliver(self, batch: Sequence[Entry]) -> Result:
        if self._delivery is None or self._maker not in self._makers:
            await self._ended()
            self._maker, make = next(reversed(list(self._makers.items())))
            try:
                self._delivery = make()
            except Exception as error:  # of a function that others have given; nothing was sent
                return Result(Outcome.NOT_RECEIVED, f"{type(error).__name__}: {error}")
        return await self._delivery.deliver(batch, self._notes)

    async def _ended(self) -> None:
        delivery, self._delivery = self._delivery, None
        if delivery is not None:
            with suppress(Exception):  # what it held open is lost in any case
                await delivery.aclose()
