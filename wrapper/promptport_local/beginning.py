"""What a platform holds at the beginning, and how it returns to that in no time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from promptport_local.backend import Backend
from promptport_local.environment import Environment, Saved
from promptport_local.prompts import Prompt


@dataclass(frozen=True)
class _Snapshot:
    """A platform as seeding left it.

    Attributes:
        saved: Its records and its randomness.
        options: Its options.
        moments: The moment for which seeding comes to this, if it asked for one.
    """

    saved: Saved
    options: Any
    moments: frozenset[datetime]


class Beginning:
    """The fixture of one platform with the prompts that the server was given.

    Seeding takes milliseconds, since everything is judged as if a stranger had sent it. So it is done once, and what it
    came to is put back, unless seeding anew would come to something else: where it asks for the moment and the clock has
    moved, or draws from a randomness that never repeats. The prompts are a second step, since they bring both with them.

    Args:
        backend: The platform's state and behaviour.
        environment: What the platform lives on.
        prompts: The prompts that the server was given.
    """

    def __init__(self, backend: Backend, environment: Environment, prompts: Sequence[Prompt]) -> None:
        self._backend = backend
        self._environment = environment
        self._prompts = prompts
        self._fixture: _Snapshot | None = None
        self._loaded: _Snapshot | None = None

    def restore(self) -> None:
        """Return to the beginning, whatever the platform holds now."""
        with self._environment.transaction():
            if self._prompts and self._put_back(self._loaded):
                return
            if not self._put_back(self._fixture):
                self._fixture = self._made(self._backend.reset, frozenset())
            if self._prompts:
                before = self._fixture.moments if self._fixture else None
                self._loaded = self._made(lambda: self._backend.load(self._prompts), before)

    def _put_back(self, snapshot: _Snapshot | None) -> bool:
        """Return to a snapshot, unless seeding would come to something else now; whether it was done."""
        if snapshot is None or (snapshot.moments and snapshot.moments != {self._environment.now()}):
            return False
        self._environment.restore(snapshot.saved)
        self._backend.options = deepcopy(snapshot.options)
        return True

    def _made(self, fill: Callable[[], None], before: frozenset[datetime] | None) -> _Snapshot | None:
        """Fill the platform, and take a snapshot of it.

        Args:
            fill: Does it.
            before: The moments that what it holds already depends on; None where no snapshot could be taken of that.

        Returns:
            The snapshot; None where filling it once more would come to something else.
        """
        with self._environment.watched() as watch:
            fill()
            saved = self._environment.save()
        if before is None or watch.disturbed or (watch.drew and not self._environment.repeats):
            return None
        moments = before | watch.moments
        return _Snapshot(saved, deepcopy(self._backend.options), moments) if len(moments) < 2 else None
