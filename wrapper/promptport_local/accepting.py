"""How a server stops to accept: without losing a connection that is just being taken up."""

from __future__ import annotations

import asyncio


async def stop_accepting(server: asyncio.Server) -> None:
    """Close a server for new connections; those that it has taken up are its protocol's, for the caller to close.

    asyncio makes a connection in three rounds of its loop. A server that is closed between them refuses the transport, and
    nobody closes its socket.
    """
    loop = asyncio.get_running_loop()
    for listener in server.sockets:
        loop.remove_reader(listener.fileno())
    for _ in range(2):
        await asyncio.sleep(0)
    server.close()
