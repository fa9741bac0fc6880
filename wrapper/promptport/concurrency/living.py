"""Things that count for as long as somebody else holds them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar
from weakref import ref

T = TypeVar("T")


class Living(Generic[T]):
    """A set that holds nothing itself: what an interrupt lets go of, without a word, is out of it.

    Each step is one operation of the interpreter, so that threads and signal handlers may share it without a lock. Members
    are told apart by identity.
    """

    __slots__ = ("_gone", "_members")

    def __init__(self) -> None:
        self._members: set[ref[T]] = set()
        self._gone: Callable[[ref[T]], None] = self._members.discard

    def add(self, member: T) -> None:
        """Take something in, until it is discarded or nobody holds it any more."""
        self._members.add(ref(member, self._gone))

    def discard(self, member: T) -> None:
        """Let go of something, where it is in here."""
        self._members.discard(ref(member))

    def clear(self) -> None:
        """Let go of everything."""
        self._members.clear()

    def members(self) -> list[T]:
        """What is in here now."""
        return [found for each in list(self._members) if (found := each()) is not None]

    def __contains__(self, member: T) -> bool:
        return ref(member) in self._members

    def __len__(self) -> int:
        return len(self._members)
