"""Looking up the addresses of a host for asyncio.

An event loop's own way takes a thread of its executor for each look-up, which stays; and where one hangs, `asyncio.run` does not
end before it does. Here all share the threads that blocking calls have.
"""

from __future__ import annotations

import asyncio
import socket
from contextlib import suppress
from typing import Any

from .happening import Told
from .loops import running_loop
from .names import STUCK, resolver


async def addresses_of(host: str, port: int) -> list[str]:
    """The addresses of a host, each once. Raises OSError where there are none."""
    lookup = resolver.begin(host, port)
    over, loop = asyncio.Event(), running_loop()

    def tell() -> None:
        with suppress(RuntimeError):  # the loop is closed, and who waited in it is gone
            loop.call_soon_threadsafe(over.set)

    told = Told(tell)
    lookup.done.tell(told)
    try:
        try:
            async with asyncio.timeout(STUCK):
                await over.wait()
        except TimeoutError:
            resolver.push(lookup)
            await over.wait()
    finally:
        lookup.done.forget(told)
    return lookup.result()


def family_of(address: str) -> socket.AddressFamily:
    """The family that an address is of."""
    return socket.AF_INET6 if ":" in address else socket.AF_INET


class NamedLoop(asyncio.SelectorEventLoop):
    """An event loop of our own, which looks up names in this way."""

    async def getaddrinfo(
        self, host: Any, port: Any, *, family: int = 0, type: int = 0, proto: int = 0, flags: int = 0
    ) -> list[Any]:
        """The addresses to connect to. Raises OSError where there are none."""
        if not isinstance(host, str) or not isinstance(port, int) or type != socket.SOCK_STREAM:
            return await super().getaddrinfo(host, port, family=family, type=type, proto=proto, flags=flags)
        found = [(family_of(each), each) for each in await addresses_of(host, port)]
        return [(of, type, proto, "", (each, port)) for of, each in found if family in (0, of)]
