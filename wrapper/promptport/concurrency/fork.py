"""A forked child: what holds a lock, a connection or a thread of its parent starts afresh there."""

from __future__ import annotations

import os
from typing import Protocol
from weakref import WeakSet


class Forked(Protocol):
    """Something with a part that a child can't share with its parent."""

    def after_fork(self) -> None:
        """Called in the child, before anything else runs there. No lock may be taken: its holder may be gone."""


_living: WeakSet[Forked] = WeakSet()


def register_at_fork(each: Forked) -> None:
    """Call its `after_fork` in every child, for as long as it lives."""
    _living.add(each)


def _in_child() -> None:
    for each in list(_living):
        each.after_fork()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_in_child)

    def notice() -> None:
        """See whether this is a child by now; what everybody calls where nothing calls `after_fork`."""

else:  # on Windows, which can't fork, and elsewhere where Python was built without
    _process = os.getpid()

    def notice() -> None:
        """See whether this is a child by now; what everybody calls where nothing calls `after_fork`."""
        global _process  # noqa: PLW0603 # there is one
        if os.getpid() != _process:
            _process = os.getpid()
            _in_child()
