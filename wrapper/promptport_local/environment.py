"""What a platform lives on: its part of the store, a clock, and randomness."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from typing import Any

from promptport_local.clock import Clock, written
from promptport_local.store import Collection, Row, Store


@dataclass
class Watch:
    """What was asked of an environment meanwhile.

    Attributes:
        moments: The moments that its clock told.
        drew: Whether anything was drawn from randomness.
        disturbed: Whether another thread asked for the platform's own source of randomness, and moved it.
        thread: The thread that watches.
    """

    moments: set[datetime] = field(default_factory=set)
    drew: bool = False
    disturbed: bool = False
    thread: int = field(default_factory=threading.get_ident)


@dataclass(frozen=True)
class Saved:
    """What an environment held at some time.

    Attributes:
        rows: The records of the platform.
        chance: How far its randomness had come; None where nothing had been drawn.
    """

    rows: list[Row]
    chance: tuple[Any, ...] | None


class Environment:
    """What one platform lives on.

    Args:
        name: The platform's name.
        store: Where everything lies.
        clock: What tells the present moment.
        seed: Where randomness begins, so that ids repeat from run to run; None for a new beginning each time.
        any_key: Whether a credential that is not known is as good as one of the fixture.

    Attributes:
        name: The platform's name, with which the names of its collections begin.
        any_key: Whether a credential that is not known is as good as one of the fixture. One that is known stays what it is.
        repeats: Whether its randomness gives the same again from the same beginning: it has a seed.
    """

    def __init__(self, name: str, store: Store, clock: Clock, seed: int | None = None, any_key: bool = False) -> None:
        self.name = name
        self.any_key = any_key
        self._store = store
        self._clock = clock
        self.repeats = seed is not None
        self._seed = seed
        self._random: Random | None = None
        self._beginning = threading.Lock()
        self._watch: Watch | None = None

    def collection(self, name: str) -> Collection:
        """The platform's collection of this name."""
        return self._store.collection(f"{self.name}.{name}")

    def transaction(self) -> AbstractContextManager[None]:
        """All that is done inside is done as one, and alone; an exception undoes it. May be nested."""
        return self._store.transaction()

    def now(self) -> datetime:
        """The present moment."""
        moment = self._clock()
        if self._watch is not None:
            self._watch.moments.add(moment)
        return moment

    def moment(self, timespec: str = "auto") -> str:
        """The present moment in ISO 8601.

        Args:
            timespec: How fine, as `datetime.isoformat` understands it, such as `milliseconds`.
        """
        return written(self.now(), timespec)

    @property
    def random(self) -> Random:
        """The platform's own source of randomness, which goes on from one use to the next until `clear`."""
        # Two threads that begin at once must not both draw the same.
        with self._beginning:
            if self._watch is not None and self._watch.thread != threading.get_ident():
                self._watch.disturbed = True
            if self._random is None:
                self._random = self.randomness()
            return self._random

    def randomness(self, purpose: str = "") -> Random:
        """A new source of randomness for a purpose of the platform; with a seed it gives the same each time."""
        if self._watch is not None:
            self._watch.drew = True
        name = f"{self.name}:{purpose}" if purpose else self.name
        return Random() if self._seed is None else Random(f"{self._seed}:{name}")

    def uuid(self) -> str:
        """A new UUID from the platform's own randomness."""
        return str(uuid.UUID(int=self.random.getrandbits(128), version=4))

    def clear(self) -> None:
        """Remove every record of the platform, and begin randomness anew."""
        self._store.clear(f"{self.name}.")
        self.reseed()

    @contextmanager
    def watched(self) -> Iterator[Watch]:
        """Note what is asked of the clock and of randomness meanwhile, by whichever thread."""
        self._watch = Watch()
        try:
            yield self._watch
        finally:
            self._watch = None

    def save(self) -> Saved:
        """What lies in the platform's collections, and how far its randomness has come; for `restore`."""
        with self._beginning:
            chance = None if self._random is None else self._random.getstate()
        return Saved(self._store.rows(f"{self.name}."), chance)

    def restore(self, saved: Saved) -> None:
        """Return to what was saved."""
        self._store.put_back(f"{self.name}.", saved.rows)
        self.reseed()
        if saved.chance is not None:
            self.random.setstate(saved.chance)

    def reseed(self) -> None:
        """Begin randomness anew."""
        with self._beginning:
            self._random = None
