"""Clients that are built from the configuration of the process."""

from __future__ import annotations

from typing import Unpack

from ._async.client import AsyncScopeClient
from ._sync.client import ScopeClient
from .config import Configuration, ConfigurationOptions
from .credentials import AnyCredentials


def client(
    credentials: AnyCredentials | None = None,
    config: Configuration | None = None,
    **options: Unpack[ConfigurationOptions],
) -> ScopeClient:
    """A new client. Without arguments it has the configuration of the process.

    Args:
        credentials: Who asks.
        config: The configuration, in place of that of the process.
        options: The options of `Configuration`.

    Raises:
        ConfigurationError: Something is missing, malformed or out of bounds.
    """
    return ScopeClient(credentials, config, **options)


def async_client(
    credentials: AnyCredentials | None = None,
    config: Configuration | None = None,
    **options: Unpack[ConfigurationOptions],
) -> AsyncScopeClient:
    """A new client for asyncio. Without arguments it has the configuration of the process.

    Args:
        credentials: Who asks.
        config: The configuration, in place of that of the process.
        options: The options of `Configuration`.

    Raises:
        ConfigurationError: Something is missing, malformed or out of bounds.
    """
    return AsyncScopeClient(credentials, config, **options)
