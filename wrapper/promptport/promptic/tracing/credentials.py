"""Whose traces they are, and where they go: what `init` was given first, and the environment."""

from __future__ import annotations

import os
from typing import NamedTuple

from ...errors import MissingCredential
from ...settings import credential
from ..settings import endpoint_of

VARIABLE = "PROMPTIC_API_KEY"
MISSING = (
    "Promptic API key is required. Pass `api_key`, or set PROMPTIC_API_KEY: an API key of the AI application, since traces are "
    "not taken with the session token of a login."
)


class Destination(NamedTuple):
    """Where traces go.

    Attributes:
        key: The API key.
        endpoint: The address of the platform.
    """

    key: str
    endpoint: str

    def __repr__(self) -> str:
        return f"Destination({self.endpoint!r})"


_first: list[Destination] = []  # what `init` was given first


def destination(api_key: str | None, endpoint: str | None) -> Destination:
    """Where traces go, by arguments, else by the environment.

    Raises:
        ConfigurationError: There is no key, it can't be one, or the address is none.
    """
    if not api_key and not os.environ.get(VARIABLE):
        raise MissingCredential(MISSING)
    return Destination(credential(api_key or None, argument="api_key", variable=VARIABLE), endpoint_of(endpoint))


def remember(found: Destination) -> None:
    """Let `artifact` go by what `init` was given, where it was not called before."""
    if not _first:
        _first.append(found)


def key_and_endpoint(api_key: str | None, endpoint: str | None) -> Destination:
    """Where an artifact goes: by arguments, else as `init` was told first, else by the environment.

    Raises:
        ConfigurationError: There is no key, it can't be one, or the address is none.
    """
    known = _first[0] if _first else None
    return destination(api_key or (known and known.key), endpoint or (known and known.endpoint))
