"""A thread with an event loop in it, which does what it is handed."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from contextlib import suppress
from contextvars import Context
from threading import Event, Lock, Thread, get_ident
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

from .threads import start

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop, Task

T = TypeVar("T")
Work = Callable[[], Coroutine[Any, Any, Any]]
REST = 1.0  # seconds that it is given to come to rest
IMPORTED = 30.0  # seconds that it is given where it imports something meanwhile
IMPORTING = "<frozen importlib._bootstrap>"


class LoopThread:
    """An event loop, and the thread that it runs in.

    asyncio is imported there: it takes 30 ms, for which no caller need wait.

    Args:
        name: The name of the thread.
        grace: Seconds that its end is waited for at the most.
    """

    def __init__(self, name: str, grace: float) -> None:
        self._name, self._grace = name, grace
        self._handed: deque[tuple[Work, Future[Any]]] = deque()
        self._mine = Lock()  # held by the thread that runs it
        self._thread: Thread | None = None
        self._loop: AbstractEventLoop | None = None
        self._stopped = self._failed = False
        self._to_rest: deque[tuple[Event, Event]] = deque()
        self._resting: dict[int, Event] = {}

    def start(self) -> bool:
        """See that it runs. Where an interrupt came when it was started, another thread tries, and one of them goes at once."""
        if self._thread is None or self._failed:
            self._failed = False
            self._thread = start(self._run, name=self._name)
        return self._thread is not None

    def hand(self, work: Callable[[], Coroutine[Any, Any, T]]) -> Future[T]:
        """Hand it something to do; answers what tells when it is done, and ends it when that is cancelled."""
        done: Future[T] = Future()
        self._handed.append((work, done))
        if self._failed:  # since it was started
            self._drop()
        self._wake()
        return done

    def stop(self) -> None:
        """End what is under way in it, and the thread."""
        self._stopped = True
        self._wake()
        if self._thread is not None:
            self._thread.join(self._grace)

    def rest(self) -> None:
        """Let it come to rest between two steps, until the same thread calls `go_on`.

        What takes too long is not waited for, unless it is an import: a busy machine takes seconds for one.
        """
        thread = self._thread
        if thread is None or not thread.is_alive() or thread.ident == get_ident():
            return
        at_rest, over = Event(), Event()
        self._resting[get_ident()] = over
        self._to_rest.append((at_rest, over))
        self._wake()
        until = monotonic() + IMPORTED
        while not at_rest.wait(REST) and _imports(thread) and monotonic() < until:
            pass

    def go_on(self) -> None:
        """Let it go on."""
        if over := self._resting.pop(get_ident(), None):
            over.set()

    def _wake(self) -> None:
        loop = self._loop  # where there is none yet, the thread sees to it itself when it has one
        if loop is not None:
            with suppress(RuntimeError):  # it has ended at this very moment
                loop.call_soon_threadsafe(self._begin, loop)

    def _drop(self) -> None:
        """Nobody does what was handed over; two may come here at once."""
        with suppress(IndexError):
            while True:
                _cancel(self._handed.popleft()[1])

    def _run(self) -> None:
        if not self._mine.acquire(blocking=False):
            return
        try:
            import asyncio

            from .async_names import NamedLoop

            loop = self._loop = NamedLoop()
        except (OSError, MemoryError, ImportError):  # no descriptors are left: whoever comes next tries again
            self._mine.release()
            self._failed = True  # said before, so that what is handed over later finds another
            self._drop()
            return
        loop.call_soon(self._begin, loop)
        try:
            while True:
                with suppress(
                    SystemExit, KeyboardInterrupt
                ):  # asyncio lets them through; they end their own work alone
                    loop.run_forever()
                if self._stopped:
                    break
        finally:
            tasks = asyncio.all_tasks(loop)
            for task in tasks:
                task.cancel()
            if tasks:
                loop.run_until_complete(asyncio.wait(tasks))
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.close()
            for _, done in list(self._handed):
                _cancel(done)

    def _begin(self, loop: AbstractEventLoop) -> None:
        """Begin what was handed over, once nobody wants it to rest."""
        while self._to_rest:
            at_rest, over = self._to_rest.popleft()
            at_rest.set()
            over.wait(REST)
        while self._handed:
            work, done = self._handed.popleft()
            _tie(loop.create_task(work(), context=Context()), done, loop)  # else it is whoever woke the loop's
        if self._stopped:
            loop.stop()


def _imports(thread: Thread) -> bool:
    """Whether a thread is in the middle of an import."""
    frame = sys._current_frames().get(thread.ident or 0)
    while frame is not None and frame.f_code.co_filename != IMPORTING:
        frame = frame.f_back
    return frame is not None


def _tie(task: Task[T], done: Future[T], loop: AbstractEventLoop) -> None:
    """What becomes of a task is told to a future; and a future that is cancelled ends its task."""

    def tell(_: Task[T]) -> None:
        if task.cancelled():
            _cancel(done)
        elif done.set_running_or_notify_cancel():
            error = task.exception()
            done.set_result(task.result()) if error is None else done.set_exception(error)

    def end(_: Future[T]) -> None:
        if done.cancelled():
            with suppress(RuntimeError):  # the loop has ended, and the task with it
                loop.call_soon_threadsafe(task.cancel)

    task.add_done_callback(tell)
    done.add_done_callback(end)


def _cancel(done: Future[Any]) -> None:
    done.cancel()
    done.set_running_or_notify_cancel()  # else whoever waits for it would not know
