"""What is under way within a decorated function, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from .labels import Inside, inside
from .langsmith import bridged


class Steps:
    """What is under way within one call, from one step of it to the next; whoever called sees nothing of that.

    Args:
        begun: What is under way at first.
    """

    def __init__(self, begun: Inside) -> None:
        self._state: Inside | None = begun

    @contextmanager
    def step(self) -> Iterator[None]:
        """A block for a step: it goes on where the one before has ended."""
        before = inside.get()
        inside.set(self._state)
        try:
            with bridged(self._state.labels if self._state is not None else {}):
                yield
        finally:
            self._state = inside.get()
            inside.set(before)
