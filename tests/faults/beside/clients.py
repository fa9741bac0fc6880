"""The clients of a platform: ours, and its vendor's, unmodified, in a folder of its own."""

from __future__ import annotations

from tools.rivals import environment

from .platforms import PLATFORMS
from .running import Client

OURS = "promptport"
_MODULES = {"xr2-sdk": "xr2_sdk", "promptrails": "promptrails", "promptic-sdk": "promptic_sdk", "langfuse": "langfuse"}


def clients(platform: str) -> list[Client]:
    """Those of a platform, ours first; ours alone where its vendor publishes none.

    Raises:
        InstallError: The vendor's package can't be had.
    """
    found = [Client(OURS, f"promptport.{platform}")]
    if package := PLATFORMS[platform].package:
        found.append(Client(package, _MODULES[package], environment(package), ("-S",)))
    return found
