"""A platform on this machine, started for one client: `Client("local:xr2", prompts="./prompts")`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, NamedTuple

from ..errors import ConfigurationError


class Served(NamedTuple):
    """A platform that runs in a thread of this process, on a free port.

    Attributes:
        platform: Its name.
        settings: What a client of it is opened with: its address, a key that it knows, and what else was given.
        close: Stops it.
    """

    platform: str
    settings: dict[str, Any]
    close: Callable[[], None]


def start(platform: str, settings: Mapping[str, Any]) -> Served:
    """Serve a platform.

    Args:
        platform: Its name.
        settings: What was given to the client. `prompts` is for the server: a folder of prompt files, or prompts as
            plain data. `release`, which the client takes as well, is the release that the server answers as.

    Raises:
        ConfigurationError: There is no such platform, or no such release of it.
        ImportError: The extra `local` is not installed.
        Error: The folder of prompts can't be read.
    """
    from promptport_local.contract import Contract
    from promptport_local.errors import ReleaseError

    from .platform import Platform

    if platform not in Contract.names():
        raise ConfigurationError(f"There is no local platform {platform!r}: there are {', '.join(Contract.names())}.")
    rest = dict(settings)
    releases = {platform: str(rest["release"])} if rest.get("release") else {}
    server = Platform(prompts=rest.pop("prompts", ()), releases=releases)
    try:
        server.start()
    except ReleaseError as error:
        raise ConfigurationError(f"{error}.") from None
    defaults = import_module(f"promptport_local.{platform}").settings(server.url(platform))
    return Served(platform, {**defaults, **rest}, server.stop)
