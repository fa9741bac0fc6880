"""A forked child: what holds a lock, a connection or a thread of its parent starts afresh there."""

from __future__ import annotations

import logging  # noqa: F401 # its lock is held around a fork: by those who come after it, before that
import os
from typing import Protocol
from weakref import WeakSet


class Forked(Protocol):
    """Something with a part that a child can't share with its parent."""

    def after_fork(self) -> None:
        """Called in the child, before anything else runs there. No lock may be taken: its holder may be gone."""


class Resting(Protocol):
    """A thread that must not be in the middle of something when the process is forked.

    What is half done there, such as an import, is half done in the child for ever.
    """

    def before_fork(self) -> None:
        """Called in the parent by whoever forks: bring it to rest."""

    def after_fork_in_parent(self) -> None:
        """Called by the same: it may go on."""


_living: WeakSet[Forked] = WeakSet()
_resting: WeakSet[Resting] = WeakSet()


def register_at_fork(each: Forked) -> None:
    """Call its `after_fork` in every child, for as long as it lives."""
    _living.add(each)


def rest_at_fork(each: Resting) -> None:
    """Call its `before_fork` and `after_fork_in_parent` around every fork, for as long as it lives."""
    _resting.add(each)


def _before() -> None:
    for each in list(_resting):
        each.before_fork()


def _in_parent() -> None:
    for each in list(_resting):
        each.after_fork_in_parent()


def _in_child() -> None:
    for each in list(_living):
        each.after_fork()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=_before, after_in_parent=_in_parent, after_in_child=_in_child)

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
