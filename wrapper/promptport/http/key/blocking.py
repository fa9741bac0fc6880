"""Threads that wait for a key. The function has a thread of its own, which they leave when their time is over."""

from __future__ import annotations

from ...concurrency.happening import Happening
from ..lifetime.blocking import may_wait
from . import AskedKey, Shown, close_unawaited


class _Answer:
    """What a thread waits for.

    Attributes:
        over: Set when the function has answered, or the client is closed.
    """

    __slots__ = ("over",)

    def __init__(self) -> None:
        self.over = Happening()

    def interrupt(self) -> None:
        """Let the thread go on."""
        self.over.set()


def check(asked: AskedKey) -> None:
    """See that a function can be asked.

    Raises:
        ConfigurationError: It is one to be awaited.
    """
    if asked.awaited:
        raise asked.refused()


def ask(asked: AskedKey, before: Shown, seconds: float) -> None:
    """Ask the function, and keep what it answers.

    Args:
        asked: The key.
        before: What the caller knows. Where the function has answered since, it is not asked.
        seconds: How long to wait at the most.

    Raises:
        NoKey: It raised, did not answer, or answered no key.
        ConfigurationError: It answered something to await.
    """
    answer, running = _Answer(), asked.begin(before)
    running.add_done_callback(lambda _: answer.over.set())
    if may_wait(answer):
        answer.over.wait(seconds)
    if not running.done():
        raise asked.late(seconds)
    found = asked.answered(running)
    if found is not None:
        close_unawaited(found)
        raise asked.refused()
