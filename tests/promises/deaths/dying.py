"""What every subject does: it accepts events as fast as it can, and dies. The standard library alone, for any environment.

A subject is a program `python -m tests.promises.deaths.SUBJECT ADDRESS FOLDER COUNT DEATH`, from the root of the project. It
prepares its client and calls `perform`, which prints the mark of each event that was accepted, a line each.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from secrets import token_hex
from threading import Thread
from time import monotonic
from typing import NamedTuple
from urllib.request import OpenerDirector, ProxyHandler, Request, build_opener

from .living import WAYS

DEATHS = (
    "closed", "exit without close", "exception", "sys.exit in a thread", "SIGINT", "SIGTERM", "SIGKILL", "_exit",
    "_exit in a child",
)  # fmt: skip
AFTER_CLOSING = ", after closing"
"""Behind a death: the client is closed first, as its documents ask for. Who is killed without a warning can't do so."""
NEXT = "the next process"
"""No death: it accepts nothing, delivers what others have left, and closes."""
BEGINS, DIES = "begins at", "dies at"


class Arguments(NamedTuple):
    """What a subject is told.

    Attributes:
        address: Where the backend is; each platform's client adds the paths that it knows.
        folder: Where it may keep what outlives it.
        number: How many events it is to accept.
        death: How it dies: one of `DEATHS`, with or without `AFTER_CLOSING`, `NEXT`, or one of `living.WAYS`.
    """

    address: str
    folder: Path
    number: int
    death: str

    @classmethod
    def read(cls) -> Arguments:
        """Those of this process."""
        address, folder, number, death = sys.argv[1:]
        return cls(address, Path(folder), int(number), death)


class Opened(NamedTuple):
    """A client that is ready.

    Attributes:
        accept: Hands an event to it: the mark that it is given must be part of what is delivered. Whether it says that it did not
            take the event: `False` or an exception; anything else is an event accepted.
        flush: Lets it deliver what waits, and waits for it, so many seconds at the most.
        close: Ends it.
        shown: What a log or a debugger may show of it.
    """

    accept: Callable[[str], object]
    flush: Callable[[float], object]
    close: Callable[[], object]
    shown: Callable[[], Sequence[object]] = tuple


def perform(
    given: Arguments,
    accept: Callable[[str], object],
    flush: Callable[[], object],
    close: Callable[[], object],
) -> None:
    """Accept, and die.

    Args:
        given: The arguments.
        accept: As `Opened` has it.
        flush: Likewise.
        close: Likewise.
    """
    if given.death == NEXT:
        flush()
        close()
        return
    _opener().open(Request(f"{given.address}/deaths/begun", b"{}"), timeout=30).close()
    os.write(2, f"\n{BEGINS} {monotonic()}\n".encode())
    if given.death in WAYS:
        WAYS[given.death](given, lambda number: _accept(number, accept))
        if given.death == "an outage":
            flush()
        _dies()
    elif given.death.startswith("_exit in a child"):
        _accept(1, accept)
        if os.fork() == 0:
            _accept(given.number - 1, accept)
            _die(given.death.replace(" in a child", ""), close)
        os.wait()
    else:
        _accept(given.number, accept)
        _die(given.death, close)


def _opener() -> OpenerDirector:
    return build_opener(ProxyHandler({}))


def _accept(number: int, accept: Callable[[str], object]) -> None:
    own = token_hex(8)
    for each in range(number):
        mark = f"mark-{own}-{each}x"  # in a serialized span, a digit may be the next field's
        if accept(mark) is not False:
            os.write(1, f"{mark}\n".encode())  # one write, which outlives the process


def _dies() -> None:
    os.write(2, f"\n{DIES} {monotonic()}\n".encode())  # a thread may be in the middle of a line


def _die(death: str, close: Callable[[], object]) -> None:
    _dies()
    if death == "closed" or death.endswith(AFTER_CLOSING):
        close()
    death = death.removesuffix(AFTER_CLOSING)
    if death == "exception":
        raise ZeroDivisionError
    if death == "sys.exit in a thread":
        Thread(target=sys.exit).start()
    elif death == "_exit":
        os._exit(0)
    elif death.startswith("SIG"):
        os.kill(os.getpid(), getattr(signal, death))
