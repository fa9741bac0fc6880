"""xR2's own client and ours, blocking and asyncio, behind one way to call them, and a local xR2 to call."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib import import_module
from typing import Any

import pytest

from promptport.testing import Platform
from promptport.xr2 import AsyncxR2Client, xR2Client

KEY = "YOUR_PRODUCT_API_KEY"
MOMENT = datetime(2026, 1, 15, 9, 30, 0, 123456, tzinfo=UTC)
# Named this way, since a type checker need not have the vendor's package.
xr2_sdk: Any = import_module("xr2_sdk")
WORLDS: dict[str, tuple[Any, Any]] = {
    "blocking": (xr2_sdk.xR2Client, xR2Client),
    "asyncio": (xr2_sdk.AsyncxR2Client, AsyncxR2Client),
}
CLIENTS = {
    f"{whose}, {world}": kinds[at] for at, whose in enumerate(("theirs", "ours")) for world, kinds in WORLDS.items()
}


class Driver:
    """Calls a client, whichever of the four it is.

    Args:
        kind: The class of the client.
        url: Where the platform is.
        options: Further arguments of the constructor.
    """

    def __init__(self, kind: Any, url: str, api_key: str = KEY, **options: Any) -> None:
        self._runner = asyncio.Runner()
        self.client = kind(api_key, base_url=url, **options)

    def call(self, method: str, **arguments: Any) -> Any:
        """What a method answers."""
        return self._done(getattr(self.client, method)(**arguments))

    def close(self) -> None:
        """Close the client and its event loop."""
        if hasattr(self.client, "_session"):
            self.client._session.close()  # the vendor's blocking client has no `close`, and would leave a socket
        else:
            self._done(self.client.aclose() if hasattr(self.client, "aclose") else self.client.close())
        self._runner.close()

    def _done(self, answer: Any) -> Any:
        async def wait() -> Any:
            return await answer

        return self._runner.run(wait()) if inspect.isawaitable(answer) else answer


@contextmanager
def driver(kind: Any, url: str, **options: Any) -> Iterator[Driver]:
    """A driver that tries everything once, and is closed in the end."""
    made = Driver(kind, url, **{"total_retries": 0, **options})
    try:
        yield made
    finally:
        made.close()


@contextmanager
def local_xr2() -> Iterator[Platform]:
    """A local xR2 whose clock stands and whose ids come again after every `prepare`."""
    with pytest.MonkeyPatch.context() as patch, Platform(seed=1, now=lambda: MOMENT) as platform:
        patch.setenv("NO_PROXY", "127.0.0.1")  # the vendor's clients go by it
        yield platform
        assert platform.violations == []


def prepare(platform: Platform) -> str:
    """Bring the platform into its one beginning: three versions of `welcome`, an undeployed prompt, and a trace.

    Returns:
        The trace id.
    """
    platform.reset()
    backend = platform.backend("xr2")
    backend.add_version("welcome", status="testing", system_prompt="Test {{language}}.", assistant_prompt="{language}")
    backend.add_version("welcome", user_prompt="Draft.")
    backend.add_prompt("unpublished", [{"status": "draft", "user_prompt": "Not yet."}])
    trace_id: str = backend.get_prompt(backend.authenticate(KEY), "welcome", "python_sdk")["trace_id"]
    return trace_id
