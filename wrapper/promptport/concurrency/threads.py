"""Threads of our own, started so that a signal handler may need one at any moment."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread, get_ident
from typing import Any

from .living import Living


class _Start:
    """A thread is being started by another."""

    __slots__ = ("__weakref__", "thread")

    def __init__(self) -> None:
        self.thread = get_ident()


_starts: Living[_Start] = Living()


def start(run: Callable[..., None], *arguments: Any, name: str) -> Thread | None:
    """Start a thread that does not keep the process alive.

    Args:
        run: What it does.
        arguments: What that is given.
        name: Its name.

    Returns:
        The thread. None where there can be none: the process ends, or may have no more of them; or this is a signal handler
        that has interrupted the start of another, of which Python's own lock would never be free.
    """
    caller = get_ident()
    if any(each.thread == caller for each in _starts.members()):
        return None
    thread, mark = Thread(target=run, args=arguments, name=name, daemon=True), _Start()
    try:
        _starts.add(mark)
        thread.start()
    except RuntimeError:
        return None
    finally:
        _starts.discard(mark)
    return thread
