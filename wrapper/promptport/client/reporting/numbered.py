"""Names for what an application has brought: the same in the next process, and different where two of a kind live at once."""

from __future__ import annotations

from threading import RLock
from types import MethodType
from typing import Any

from ...concurrency.fork import register_at_fork


class Numbered:
    """The things of this process that have a name."""

    def __init__(self) -> None:
        self._things: dict[str, list[list[Any]]] = {}
        self.after_fork()
        register_at_fork(self)

    def after_fork(self) -> None:
        """Another thread of the parent may have held its lock."""
        self._lock = RLock()  # a signal handler may come while it is held

    def take(self, name: str, thing: object) -> str:
        """The name of a thing, for as long as it is not given back as often as it was taken.

        Args:
            name: What its kind is called, the same in the next process.
            thing: The thing.
        """
        with self._lock:
            places = self._things.setdefault(name, [])
            free = len(places)
            for index, place in enumerate(places):
                if place and _is_one(place[0], thing):
                    place.append(thing)
                    return _at(name, index)
                if not place:
                    free = min(free, index)
            if free == len(places):
                places.append([])
            places[free].append(thing)
            return _at(name, free)

    def give_back(self, taken: str) -> None:
        """One who has taken a name no longer needs it."""
        name, _, number = taken.rpartition("#")
        with self._lock:
            self._things[name][int(number) - 1].pop()


def _is_one(one: object, other: object) -> bool:
    """Whether two things are one; a method is another object each time that it is asked for."""
    return one is other or (isinstance(one, MethodType) and one == other)


def _at(name: str, index: int) -> str:
    return f"{name}#{index + 1}"


numbered = Numbered()
