"""How large a copy may be that a store keeps or reads: whoever else can write there could use up memory and time."""

from __future__ import annotations

from logging import getLogger

logger = getLogger("promptport")
LARGEST = (
    16_000_000  # bytes of a copy: what `Client` fetches has a quarter of them, and JSON in ASCII three times as many
)


class Largest:
    """Says of copies whether they are small enough. That one is not is told in the log, once.

    Args:
        place: Where the copies lie, as the log has it.
    """

    def __init__(self, place: str) -> None:
        self._place = place
        self._said = False

    def admits(self, size: int) -> bool:
        """Whether a copy of so many bytes may be kept, or counts as one."""
        if size <= LARGEST:
            return True
        if not self._said:
            self._said = True
            logger.warning("a copy %s has more than %s bytes, and counts as none", self._place, f"{LARGEST:,}")
        return False
