"""Lines of stdin, for which nothing has to wait: a read can't be ended, but a thread of its own can be left behind."""

from __future__ import annotations

import asyncio
import os
from threading import Semaphore
from typing import Self

from ..concurrency.threads import start

_AHEAD = 100  # lines that are read before somebody takes them
_CHUNK = 65_536


class Lines:
    """The lines of a descriptor, as they come.

    Args:
        descriptor: The descriptor.
    """

    def __init__(self, descriptor: int) -> None:
        self._loop = asyncio.get_running_loop()
        self._lines: asyncio.Queue[str | None] = asyncio.Queue()
        self._room = Semaphore(_AHEAD)
        if start(self._read, descriptor, name="promptport-stdin") is None:
            self._lines.put_nowait(None)  # the process ends, or may have no more threads

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> str:
        line = await self._lines.get()
        self._room.release()
        if line is None:
            raise StopAsyncIteration
        return line

    def _read(self, descriptor: int) -> None:
        begun: list[bytes] = []
        while chunk := _read(descriptor):
            *ends, rest = chunk.split(b"\n")
            for end in ends:
                if not self._put(b"".join([*begun, end])):
                    return
                begun = []
            begun.append(rest)
        if any(begun):
            self._put(b"".join(begun))
        self._put(None)

    def _put(self, line: bytes | None) -> bool:
        """Hand a line over; whether there is still somebody to take it."""
        self._room.acquire()
        try:
            self._loop.call_soon_threadsafe(
                self._lines.put_nowait, None if line is None else line.decode(errors="replace")
            )
        except RuntimeError:  # the loop is closed
            return False
        return True


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, _CHUNK)
    except OSError:
        return b""  # as where a terminal has gone


def take_stdin() -> int:
    """A descriptor of stdin that is ours alone: for whoever else reads stdin, it has ended.

    Raises:
        OSError: There is no stdin.
    """
    taken = os.dup(0)
    with open(os.devnull, "rb") as nothing:  # noqa: PTH123 # it is a device
        os.dup2(nothing.fileno(), 0)
    return taken
