"""Serves one host over stdin and stdout."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, redirect_stdout
from typing import Any

from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server

from ..errors import ConfigurationError
from .stdin import Lines, take_stdin

Opened = Callable[[], AbstractAsyncContextManager[Server[Any]]]


async def serve_stdio(opened: Opened) -> None:
    """Serve until stdin ends, nobody reads stdout any more, or SIGINT or SIGTERM ends the process.

    Nothing but the protocol goes to stdout: what else is written there, by whomever, goes to stderr.

    Args:
        opened: Opens the source, and makes the server.

    Raises:
        ConfigurationError: There is no stdin.
        Error: The source can't be opened.
    """
    if sys.stdin is None or sys.stdout is None:
        raise ConfigurationError("stdin or stdout is closed: an MCP host starts this with pipes for both.")
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # there is nothing to put in order, and so nothing to wait for
    stdout = sys.stdout
    with redirect_stdout(sys.stderr):
        source = opened()
        server = await source.__aenter__()
    try:
        lines: Any = Lines(take_stdin())
        async with stdio_server(lines) as (read, write):
            try:
                with redirect_stdout(sys.stderr):
                    await server.run(read, write, server.create_initialization_options())
            finally:
                stdout.flush()  # of what was written by those who hold it, while it still leads to stderr
    except* BrokenPipeError:
        pass  # the host has gone
    finally:
        with redirect_stdout(sys.stderr):
            await source.__aexit__(None, None, None)
