"""What a platform lives on: its part of the store, a clock, and randomness."""

from __future__ import annotations

import threading
import uuid
from contextlib import AbstractContextManager
from datetime import datetime
from random import Random

from promptport_local.clock import Clock, written
from promptport_local.store import Collection, Store


class Environment:
    """What one platform lives on.

    Args:
        name: The platform's name.
        store: Where everything lies.
        clock: What tells the present moment.
        seed: Where randomness begins, so that ids repeat from run to run; None for a new beginning each time.

    Attributes:
        name: The platform's name, with which the names of its collections begin.
    """

    def __init__(self, name: str, store: Store, clock: Clock, seed: int | None = None) -> None:
        self.name = name
        self._store = store
        self._clock = clock
        self._seed = seed
        self._random: Random | None = None
        self._beginning = threading.Lock()

    def collection(self, name: str) -> Collection:
        """The platform's collection of this name."""
        return self._store.collection(f"{self.name}.{name}")

    def transaction(self) -> AbstractContextManager[None]:
        """All that is done inside is done as one, and alone; an exception undoes it. May be nested."""
        return self._store.transaction()

    def now(self) -> datetime:
        """The present moment."""
        return self._clock()

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
            if self._random is None:
                self._random = self.randomness()
            return self._random

    def randomness(self, purpose: str = "") -> Random:
        """A new source of randomness for a purpose of the platform; with a seed it gives the same each time."""
        name = f"{self.name}:{purpose}" if purpose else self.name
        return Random() if self._seed is None else Random(f"{self._seed}:{name}")

    def uuid(self) -> str:
        """A new UUID from the platform's own randomness."""
        return str(uuid.UUID(int=self.random.getrandbits(128), version=4))

    def clear(self) -> None:
        """Remove every record of the platform, and begin randomness anew."""
        self._store.clear(f"{self.name}.")
        self.reseed()

    def reseed(self) -> None:
        """Begin randomness anew."""
        with self._beginning:
            self._random = None
