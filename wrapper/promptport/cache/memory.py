"""Copies in memory, bounded by what they weigh."""

from __future__ import annotations

from collections.abc import Hashable
from threading import RLock
from typing import Generic, TypeVar

from ..concurrency.fork import register_at_fork
from .grants import NOBODY, Grant

T = TypeVar("T")
NEVER = float("-inf")
MOST = 64 * 1024 * 1024  # bytes that one memory holds


class Copy(Generic[T]):
    """Something that was fetched. Replaced as a whole, never changed, so that readers need no lock.

    Args:
        value: What was fetched.
        since: The moment at which it was, on a clock that only grows.
        until: The moment at which it is no longer fresh. `NEVER`, where it is for outages alone.
        size: Bytes that it takes, about.
        stale_until: The moment until which it answers at once all the same, while it is fetched anew.
        grant: Who may have it.
        instance: The local platform that gave it, as `Traits.instance` tells it.

    Attributes:
        unseen_until: The moment until which it answers whoever does not look whose it is: never, where a local platform gave it,
            which may have been started anew.
    """

    __slots__ = ("grant", "instance", "since", "size", "stale_until", "unseen_until", "until", "used", "value")

    def __init__(
        self,
        value: T,
        since: float,
        until: float,
        size: int,
        stale_until: float = NEVER,
        grant: Grant = NOBODY,
        instance: str = "",
    ) -> None:
        self.value = value
        self.instance = instance
        self.unseen_until = NEVER if instance else until
        self.since = since
        self.until = until
        self.size = size
        self.stale_until = stale_until
        self.grant = grant
        self.used = False

    def with_grant(self, grant: Grant) -> Copy[T]:
        """The same copy, with another grant."""
        return Copy(self.value, self.since, self.until, self.size, self.stale_until, grant, self.instance)

    def for_outages(self) -> Copy[T]:
        """The same copy, which no longer answers without a question."""
        return Copy(self.value, self.since, NEVER, self.size, NEVER, self.grant, self.instance)


class Memory(Generic[T]):
    """Copies by key. When there are too many, those go first that nobody asked for since they came.

    Args:
        most: Bytes to hold at the most.

    Attributes:
        copies: The copies, for a reader in a hurry. It marks those that it uses.
        epoch: How often everything was forgotten.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self.copies: dict[Hashable, Copy[T]] = {}
        self._size = 0
        self._changes = self._settled = 0  # begun, and ended
        self.epoch = 0
        self.after_fork()
        register_at_fork(self)

    def after_fork(self) -> None:
        """A lock of its own for a child, which keeps the parent's copies: they are as good there."""
        self._lock = RLock()
        self._count()  # another thread may have been about to

    def get(self, key: Hashable) -> Copy[T] | None:
        """The copy of a key, fresh or not; None where there is none."""
        found = self.copies.get(key)
        if found is not None:
            found.used = True
        return found

    def put(self, key: Hashable, copy: Copy[T], epoch: int | None = None) -> None:
        """Keep a copy, in place of the one that is there.

        Args:
            key: What it is a copy of.
            copy: The copy. One that is larger than the whole memory is not kept.
            epoch: The `epoch` at which it was asked for: what was asked for before a `clear` is not kept.
        """
        with self._lock:
            if epoch is not None and epoch != self.epoch:
                return
            change = self._begin()
            self._remove(key)  # also where the new one is too large: the old one has been overtaken
            if copy.size <= self._most:
                self._make_room(copy.size)
                self.copies[key] = copy
                self._size += copy.size
            self._end(change)

    def drop(self, key: Hashable) -> None:
        """Forget one key."""
        with self._lock:
            change = self._begin()
            self._remove(key)
            self._end(change)

    def clear(self) -> None:
        """Forget everything, and what is being fetched as well."""
        with self._lock:
            self.copies.clear()
            self._size = 0
            self.epoch += 1

    def __len__(self) -> int:
        return len(self.copies)

    def _begin(self) -> int:
        """Begin a change. The lock keeps other threads away, but an interrupt may have ended the last one half-way."""
        if self._changes != self._settled:
            self._count()
        self._changes += 1
        return self._changes

    def _end(self, change: int) -> None:
        if self._changes != change:  # a signal handler has changed something within
            self._count()
        self._settled = self._changes

    def _count(self) -> None:
        self._size = sum(each.size for each in list(self.copies.values()))

    def _make_room(self, size: int) -> None:
        while self.copies and self._size + size > self._most:
            oldest = next(iter(self.copies))
            found = self.copies.pop(oldest)
            if found.used:
                found.used = False
                self.copies[oldest] = found  # a second chance, behind all others
            else:
                self._size -= found.size

    def _remove(self, key: Hashable) -> None:
        found = self.copies.pop(key, None)
        if found is not None:
            self._size -= found.size
