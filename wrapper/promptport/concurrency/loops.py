"""The event loop that runs, which must be one of asyncio."""

from __future__ import annotations

import asyncio

from ..errors import ConfigurationError


def running_loop() -> asyncio.AbstractEventLoop:
    """The running loop of asyncio.

    Raises:
        ConfigurationError: None of asyncio runs: this is another library's, such as trio's, or there is none at all.
    """
    loop = loop_if_any()
    if loop is None:
        raise ConfigurationError(
            "The async clients of promptport run on asyncio, and no event loop of asyncio runs here. Under trio use a blocking "
            "client in a thread (`trio.to_thread.run_sync`), or run asyncio inside of it with trio-asyncio."
        )
    return loop


def loop_if_any() -> asyncio.AbstractEventLoop | None:
    """The running loop of asyncio; None where none runs, for what closes nothing there."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None
