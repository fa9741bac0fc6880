"""What every room's client is opened with against the local platform, whatever its world."""

from __future__ import annotations

from importlib import import_module
from typing import Any

ROOMS = ("xr2", "promptrails", "scope", "promptic", "langfuse")
KEYS = ("xr2_ab/cd+ef==", 'key"with\\all/of+it&%=?', "plain-key-0123456789")  # as platforms give them, or could
SECRETS = {"scope": "api_secret", "langfuse": "secret_key"}


def settings(room: str, address: str, **more: Any) -> dict[str, Any]:
    """The settings of a client of a room, whose platform is at an address."""
    found: dict[str, Any] = import_module(f"promptport_local.{room}").settings(address)
    return found | more


def secret_of(room: str) -> str:
    """The setting that nobody may see."""
    return SECRETS.get(room, "api_key")
