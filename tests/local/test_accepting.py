"""Proves that a server which stops while a connection comes leaves it not open."""

from __future__ import annotations

import asyncio
import gc
import socket
import warnings

import pytest

from promptport_local.accepting import stop_accepting


@pytest.mark.parametrize("rounds", range(5))
def test_a_connection_that_comes_while_a_server_stops_is_closed(rounds: int) -> None:
    """In whichever round of the event loop asyncio is with it."""
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        asyncio.run(stopped_after(rounds))
        gc.collect()
    assert not [str(each.message) for each in told]


async def stopped_after(rounds: int) -> None:
    """Connect, and stop the server so many rounds later."""
    taken: list[asyncio.BaseTransport] = []

    class Taking(asyncio.Protocol):
        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            taken.append(transport)

    server = await asyncio.get_running_loop().create_server(Taking, "127.0.0.1", 0)
    with socket.create_connection(server.sockets[0].getsockname()):
        for _ in range(rounds):
            await asyncio.sleep(0)
        await stop_accepting(server)
        for each in taken:
            each.close()
        await asyncio.sleep(0)  # in which a transport closes its socket
