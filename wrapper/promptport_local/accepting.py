"""How a server stops to accept: without losing a connection that is just being taken up."""

from __future__ import annotations

import asyncio
import contextlib
import socket


async def stop_accepting(server: asyncio.Server) -> None:
    """Close a server for new connections; those that it has taken up are its protocol's, for the caller to close.

    asyncio makes a connection in three rounds of its loop. A server that is closed between them refuses the transport, and
    nobody closes its socket.
    """
    loop = asyncio.get_running_loop()
    listeners = server.sockets
    for listener in listeners:
        loop.remove_reader(listener.fileno())
    for _ in range(2):
        await asyncio.sleep(0)
    for listener in listeners:
        # A process that is being forked has a copy, which would go on to listen. Not every system can end that.
        with contextlib.suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
    server.close()
