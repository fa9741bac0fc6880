"""What else a process does with a client: it forks, has processes begun, is interrupted, or has a handler of signals."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from importlib import import_module
from threading import Thread
from types import FrameType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .dying import Arguments

CHILDREN = 4
Accept = Callable[[int], None]


class Interrupted(BaseException):
    """What a handler of signals raises, as KeyboardInterrupt is raised."""


def forked(given: Arguments, accept: Accept) -> None:
    """The client is used, then four children are forked, which use it, too, and end in four ways."""
    accept(1)
    for number in range(CHILDREN):
        if os.fork() == 0:
            accept(given.number)
            if number == 0:
                os._exit(0)
            if number == 1:
                os.kill(os.getpid(), signal.SIGKILL)
            if number == 2:
                raise ZeroDivisionError
            sys.exit()
    accept(given.number)
    for _ in range(CHILDREN):
        os.wait()


def multiplied(way: str) -> Callable[[Arguments, Accept], None]:
    """The client is used, and then `multiprocessing` begins four processes: forked ones use it, too, the others their own."""

    def begin(given: Arguments, accept: Accept) -> None:
        accept(1)
        context: Any = multiprocessing.get_context(way)
        spec = sys.modules["__main__"].__spec__
        assert spec is not None
        work = (accept, (given.number,)) if way == "fork" else (_again, (spec.name, given))
        processes = [context.Process(target=work[0], args=work[1]) for _ in range(CHILDREN)]
        for each in processes:
            each.start()
        accept(given.number)
        for each in processes:
            each.join()
            assert each.exitcode == 0

    return begin


def _again(name: str, given: Arguments) -> None:
    import_module(name).main(given._replace(death="exit without close"))


def handled(given: Arguments, accept: Accept) -> None:
    """A handler of signals uses the client, wherever it finds the process, which uses it as well."""

    def handle(number: int, frame: FrameType | None) -> None:
        accept(1)
        if left[0] > 0:
            left[0] -= 1
            signal.setitimer(signal.ITIMER_REAL, random.uniform(1e-5, 1e-3))

    left = [given.number]
    signal.signal(signal.SIGALRM, handle)
    signal.setitimer(signal.ITIMER_REAL, 1e-5)
    while left[0] > 0:
        accept(1)
    signal.setitimer(signal.ITIMER_REAL, 0)


def interrupted(given: Arguments, accept: Accept) -> None:
    """It is interrupted within calls, so many times; then it uses the client five times more.

    The first call is not interrupted: it imports, and an exception in the middle of an import may leave Python's own lock of
    imports taken for ever, whoever imports.
    """
    accept(1)
    inside, hit = False, 0

    def handle(number: int, frame: FrameType | None) -> None:
        nonlocal hit
        if inside:
            hit += 1
            raise Interrupted

    signal.signal(signal.SIGALRM, handle)
    until = time.monotonic() + 60 + given.number / 20
    while hit < given.number and time.monotonic() < until:
        try:
            signal.setitimer(signal.ITIMER_REAL, random.uniform(1e-6, 3e-4))
            inside = True
            accept(5)
            inside = False
        except Interrupted:
            inside = False
    signal.setitimer(signal.ITIMER_REAL, 0)
    assert hit >= given.number
    os.write(2, f"{hit} interrupts within a call\n".encode())
    accept(5)


def threaded(given: Arguments, accept: Accept) -> None:
    """Four threads use the client at once, until they are done or the process is killed."""
    threads = [Thread(target=accept, args=(given.number,)) for _ in range(CHILDREN)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()


def outlasted(given: Arguments, accept: Accept) -> None:
    """It uses the client every second, as its clock has it."""
    for _ in range(given.number):
        accept(1)
        time.sleep(1)


WAYS: dict[str, Callable[[Arguments, Accept], None]] = {
    "fork": forked,
    "multiprocessing fork": multiplied("fork"),
    "multiprocessing spawn": multiplied("spawn"),
    "multiprocessing forkserver": multiplied("forkserver"),
    "a signal handler": handled,
    "interrupts": interrupted,
    "threads": threaded,
    "an outage": outlasted,
}
"""By their names. All end as a process ends that does not close its client, but for `an outage`, which flushes."""
