"""A platform on this machine, started for one client: `Client("local:xr2")`."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any, NamedTuple


class Served(NamedTuple):
    """A platform that runs in a thread of this process, on a free port.

    Attributes:
        platform: Its name.
        settings: What a client of it is opened with: its address, and a key that it knows.
        close: Stops it.
    """

    platform: str
    settings: dict[str, Any]
    close: Callable[[], None]


def start(platform: str) -> Served:
    """Serve a platform.

    Raises:
        LookupError: There is no such platform.
        ImportError: The extra `local` is not installed.
    """
    from promptport.local.contract import Contract
    from promptport.local.server import Server

    if platform not in Contract.names():
        raise LookupError(f"There is no local platform {platform!r}: there are {', '.join(Contract.names())}.")
    server = Server()
    server.start()
    settings = import_module(f"promptport.local.{platform}").settings(server.url(platform))
    return Served(platform, settings, server.stop)
