"""What a platform holds at the beginning, and how it returns to that in no time."""

from __future__ import annotations

from collections.abc import Sequence
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
        moment: The one moment for which seeding comes to this; None where it asked for none.
    """

    saved: Saved
    options: Any
    moment: datetime | None


class Beginning:
    """The fixture of one platform with the prompts that the server was given.

    Seeding takes milliseconds, since everything is judged as if a stranger had sent it. So it is done once, and what it
    came to is put back, unless seeding anew would come to something else: where it asks for the moment and the clock has
    moved, or draws from a randomness that never repeats.

    Args:
        backend: The platform's state and behaviour.
        environment: What the platform lives on.
        prompts: The prompts that the server was given.
    """

    def __init__(self, backend: Backend, environment: Environment, prompts: Sequence[Prompt]) -> None:
        self._backend = backend
        self._environment = environment
        self._prompts = prompts
        self._snapshot: _Snapshot | None = None

    def restore(self) -> None:
        """Return to the beginning, whatever the platform holds now."""
        with self._environment.transaction():
            snapshot = self._snapshot
            if snapshot is None or snapshot.moment not in (None, self._environment.now()):
                self._seed()
            else:
                self._environment.restore(snapshot.saved)
                self._backend.options = deepcopy(snapshot.options)

    def _seed(self) -> None:
        self._snapshot = None
        with self._environment.watched() as watch:
            self._backend.reset()
            self._backend.load(self._prompts)
            saved = self._environment.save()
        unlike = len(watch.moments) > 1 or (watch.drew and not self._environment.repeats) or watch.disturbed
        if not unlike:
            moment = next(iter(watch.moments), None)
            self._snapshot = _Snapshot(saved, deepcopy(self._backend.options), moment)
