"""Reads what a Redis server answers, as much of it as stores ask for: a server that is foreign, or broken, may never end."""

from __future__ import annotations

from typing import Any

from redis._parsers import _AsyncRESP2Parser
from redis.exceptions import InvalidResponse

from .largest import LARGEST

REPLY = LARGEST + 65_536  # bytes of one reply; asyncio's streams see to it that no line of it has more than 65,536
LINES = 2_000  # lines of one reply: one or two, but for lists of keys


class BoundedParser(_AsyncRESP2Parser):
    """redis-py's own parser in Python, which can be told how much to read.

    Args:
        socket_read_size: Bytes that are read at a time.

    Raises:
        InvalidResponse: A reply has more bytes or lines, or announces more. The connection is not used again.
    """

    def __init__(self, socket_read_size: int) -> None:
        super().__init__(socket_read_size)
        self._left, self._lines = REPLY, LINES

    async def read_response(self, *arguments: Any, **named: Any) -> Any:
        """The next reply."""
        self._left, self._lines = REPLY, LINES
        return await super().read_response(*arguments, **named)

    async def _readline(self) -> bytes:
        line = await super()._readline()
        self._lines -= 1
        self._take(len(line))
        return line

    async def _read(self, length: int) -> bytes:
        self._take(length)
        return await super()._read(length)

    def _take(self, count: int) -> None:
        self._left -= count
        if count < 0 or self._left < 0 or self._lines < 0:
            raise InvalidResponse(f"more than {REPLY:,} bytes, or {LINES:,} lines")
