"""Many threads at once."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future
from threading import Barrier, Event, Thread
from time import thread_time
from typing import Any, TypeVar

T = TypeVar("T")


class Gate:
    """Holds callers back until it opens."""

    def __init__(self) -> None:
        self._event = Event()
        self.open = self._event.set

    def wait(self) -> None:
        """Wait until it opens, for half a minute at the most."""
        assert self._event.wait(30)


def together(count: int, call: Callable[[], T]) -> list[T | BaseException]:
    """What so many callers get who call at once: the answer, or the error."""
    barrier = Barrier(count)

    def wait_and_call() -> T:
        barrier.wait(10)
        return call()

    calls = [begin(wait_and_call) for _ in range(count)]
    return [ended(each) for each in calls]


def begin(call: Callable[[], T]) -> Future[T]:
    """A call that goes on beside the caller's."""
    future: Future[T] = Future()

    def run() -> None:
        try:
            future.set_result(call())
        except BaseException as error:  # handed to whoever asks what came of it
            future.set_exception(error)

    Thread(target=run, daemon=True).start()
    return future


def ended(call: Future[Any]) -> Any:
    """What came of it."""
    error = call.exception(30)
    return call.result() if error is None else error


def until(reached: Callable[[], object]) -> None:
    """Wait until something is so, for a few seconds at the most."""
    for _ in range(5000):
        if reached():
            return
        time.sleep(0.001)  # another thread is at it
    raise AssertionError("it never was so")


class Held:
    """How long a piece of work takes, which holds its thread all the time.

    Attributes:
        seconds: The longest, as time of the processor: what other threads and programs do does not count.
        most: What it may be: nobody else waits for a thread.
    """

    most = 1.0

    def __init__(self) -> None:
        self.seconds = 0.0

    def during(self, work: Callable[..., T], *arguments: Any) -> T:
        """What a piece of work answers or raises."""
        began = thread_time()
        try:
            return work(*arguments)
        finally:
            self.seconds = max(self.seconds, thread_time() - began)
