"""How aiohttp's sessions look up names."""

from __future__ import annotations

import socket

from aiohttp.abc import AbstractResolver, ResolveResult

from ..concurrency.async_names import addresses_of, family_of


class SharedResolver(AbstractResolver):
    """Looks up names in the threads that all clients share."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """The addresses of a host. Raises OSError where there are none."""
        return [
            ResolveResult(
                hostname=host, host=each, port=port, family=family_of(each), proto=0, flags=socket.AI_NUMERICHOST
            )
            for each in await addresses_of(host, port)
            if family in (socket.AF_UNSPEC, family_of(each))
        ]

    async def close(self) -> None:
        """There is nothing to close."""
