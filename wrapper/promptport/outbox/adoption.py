"""What processes have left that have ended, and this one has taken over."""

from __future__ import annotations

from contextlib import suppress

from .instance import Instance, names
from .part import Part
from .place import Place


class Adoption:
    """The instances of other processes whose locks this one holds now.

    Args:
        place: Where they are.
    """

    def __init__(self, place: Place) -> None:
        self._place, self._folder = place, place.folder
        self._instances: list[Instance] = []

    def take(self, own: str, now: float) -> tuple[list[Part], int]:
        """Take over what there is.

        Args:
            own: The name of this process's own instance; empty where it has none.
            now: The time, in seconds since 1970.

        Returns:
            The parts, and how many entries wait in them.
        """
        parts, waiting = list[Part](), 0
        with suppress(OSError):
            self._place.check()
            for name in sorted(names(self._folder) - {own, *(each.name for each in self._instances)}):
                if (instance := Instance.of(self._folder, name)) is not None:
                    self._instances.append(instance)
                    for part in map(Part, instance.segments()):
                        with suppress(OSError, ValueError):  # it is no segment
                            waiting += part.adopt(now)
                            parts.append(part)
        self.let_go()
        return parts, waiting

    def let_go(self) -> None:
        """End those in which nothing is left."""
        for each in [each for each in self._instances if not each.segments()]:
            each.end()
            self._instances.remove(each)

    def close(self) -> None:
        """Let go of all; what is left in them is the next process's."""
        for each in self._instances:
            each.end()
        self._instances.clear()
