"""Copies in memory, bounded by what they weigh."""

from __future__ import annotations

from collections.abc import Hashable
from threading import Lock
from typing import Generic, TypeVar

from ..fork import watch

T = TypeVar("T")
MOST = 64 * 1024 * 1024  # bytes that one memory holds


class Copy(Generic[T]):
    """Something that was fetched. Replaced as a whole, never changed, so that readers need no lock.

    Args:
        value: What was fetched.
        since: The moment at which it was, on a clock that only grows.
        until: The moment at which it is no longer fresh.
        size: Bytes that it takes, about.

    Attributes:
        used: Whether somebody took it since it came, or since it was last spared.
    """

    __slots__ = ("since", "size", "until", "used", "value")

    def __init__(self, value: T, since: float, until: float, size: int) -> None:
        self.value = value
        self.since = since
        self.until = until
        self.size = size
        self.used = False


class Memory(Generic[T]):
    """Copies by key. When there are too many, those go first that nobody used since they came.

    Args:
        most: Bytes to hold at the most.

    Attributes:
        get: The copy of a key, fresh or not; None where there is none. Whoever takes it sets its `used`. It is the look-up of
            the dict itself, without a call of ours around it: that would cost as much as all the rest of a hit.
        epoch: How often it was cleared.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._copies: dict[Hashable, Copy[T]] = {}
        self.get = self._copies.get
        self._size = 0
        self.epoch = 0
        self.after_fork()
        watch(self)

    def after_fork(self) -> None:
        """A lock of its own for a child, which keeps the parent's copies: they are as good there."""
        self._lock = Lock()
        self._size = sum(each.size for each in self._copies.values())  # another thread may have been about to count

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
            self._remove(key)  # also where the new one is too large: the old one has been overtaken
            if copy.size > self._most:
                return
            while self._size + copy.size > self._most:
                oldest = next(iter(self._copies))
                found = self._copies.pop(oldest)
                if found.used:
                    found.used = False
                    self._copies[oldest] = found  # a second chance, behind all others
                else:
                    self._size -= found.size
            self._copies[key] = copy
            self._size += copy.size

    def drop(self, key: Hashable) -> None:
        """Forget one key."""
        with self._lock:
            self._remove(key)

    def clear(self) -> None:
        """Forget everything, and what is being fetched as well."""
        with self._lock:
            self._copies.clear()
            self._size = 0
            self.epoch += 1

    def __len__(self) -> int:
        return len(self._copies)

    def _remove(self, key: Hashable) -> None:
        found = self._copies.pop(key, None)
        if found is not None:
            self._size -= found.size
