"""Serves one host over stdin and stdout."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, redirect_stdout
from typing import Any

from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server

Opened = Callable[[], AbstractAsyncContextManager[Server[Any]]]


async def serve_stdio(opened: Opened) -> None:
    """Serve until stdin ends, or SIGINT or SIGTERM ends the process, which has nothing to put in order.

    Nothing but the protocol goes to stdout: what else is written there, by whomever, goes to stderr.

    Args:
        opened: Opens the source, and makes the server.

    Raises:
        Error: The source can't be opened.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # else it would wait for a read of stdin, which nothing can end
    stdout = sys.stdout
    with redirect_stdout(sys.stderr):
        source = opened()
        server = await source.__aenter__()
    try:
        async with stdio_server() as (read, write):
            with redirect_stdout(sys.stderr):
                await server.run(read, write, server.create_initialization_options())
            stdout.flush()  # of what was written by those who hold it, while it still leads to stderr
    finally:
        with redirect_stdout(sys.stderr):
            await source.__aexit__(None, None, None)
