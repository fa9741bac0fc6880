"""The ids of traces and spans: by chance, and no secret.

The system is asked for chance once a process. To ask it for each id would let other threads run meanwhile, and one of them may
keep a caller waiting for 5 ms.
"""

from __future__ import annotations

from random import Random

from ...concurrency.fork import register_at_fork


class Ids:
    """Makes ids."""

    def __init__(self) -> None:
        self.after_fork()
        register_at_fork(self)

    def after_fork(self) -> None:
        """A child makes other ids than its parent."""
        self._random = Random()  # seeded by the system, and by nobody who seeds `random`

    def new(self, size: int) -> str:
        """An id of so many bytes, in hexadecimal digits."""
        return f"{self._random.getrandbits(8 * size):0{2 * size}x}"


ids = Ids()
