"""Settings of Langfuse that come from the environment in ways of its own."""

from __future__ import annotations

import os

from ..errors import ConfigurationError
from ..http.timeouts import Timeout, Unset
from ..settings import address
from .rules import HOST

SECONDS = 5.0  # of an attempt, where nobody says


def place_of(base_url: str | None) -> str:
    """Where the platform is: as the caller says, else LANGFUSE_BASE_URL, else the older LANGFUSE_HOST, else the European one.

    Raises:
        ConfigurationError: It is no address.
    """
    older = not os.environ.get("LANGFUSE_BASE_URL") and os.environ.get("LANGFUSE_HOST")
    variable = "LANGFUSE_HOST" if older else "LANGFUSE_BASE_URL"
    return address(base_url, argument="base_url", variable=variable, default=HOST)


def timeout_of(timeout: Timeout | Unset) -> Timeout:
    """Seconds of an attempt: as the caller says, else LANGFUSE_TIMEOUT, else 5.

    Raises:
        ConfigurationError: The variable is no number.
    """
    if not isinstance(timeout, Unset):
        return timeout
    found = os.environ.get("LANGFUSE_TIMEOUT")
    try:
        return SECONDS if found is None else float(found)
    except ValueError:
        raise ConfigurationError(f"LANGFUSE_TIMEOUT must be a number of seconds, not {found!r}.") from None
