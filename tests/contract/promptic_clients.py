"""Promptic's own clients, blocking and asyncio, behind one way to call them, and a local Promptic to call."""

from __future__ import annotations

import asyncio
import base64
import inspect
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial, reduce
from importlib import import_module
from typing import Any

import pytest

import promptport.promptic
from promptport.testing import Platform
from tools.vendors.vendor import Vendor

KEY = "pk_local_dev"
# Named this way, since a type checker need not have the vendor's package.
promptic_sdk: Any = import_module("promptic_sdk")
CLIENTS: dict[str, Any] = {
    "blocking": promptic_sdk.PrompticClient,
    "asyncio": promptic_sdk.AsyncPrompticClient,
}
OURS: dict[str, Any] = {
    "blocking": promptport.promptic.PrompticClient,
    "asyncio": promptport.promptic.AsyncPrompticClient,
}
ERRORS = (promptic_sdk.PrompticAPIError, promptport.promptic.PrompticAPIError)


class Clock:
    """A clock that moves only when it is told to."""

    def __init__(self) -> None:
        self.back()

    def back(self) -> None:
        """Return to the beginning."""
        self.moment = datetime(2026, 1, 15, 9, 30, 0, 123456, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def forward(self, **by: float) -> None:
        """Move, by what `timedelta` understands."""
        self.moment += timedelta(**by)


class Driver:
    """Calls a client of Promptic's, whichever it is: its methods are those of the client, and answer values.

    Args:
        kind: The class of the client.
        url: Where the platform is.
        credentials: What the client is let in with.

    Attributes:
        has_cases: Whether what experiments learn from are cases of datasets, as in later releases.
    """

    has_cases = False

    def __init__(self, kind: Any, url: str, **credentials: Any) -> None:
        self._runner = asyncio.Runner()
        self._client = kind(**(credentials or {"api_key": KEY}), endpoint=url)

    def __getattr__(self, name: str) -> Any:
        return partial(self.call, name)

    def call(self, path: str, /, *arguments: Any, **named: Any) -> Any:
        """What a method answers, by its path."""
        return self._done(reduce(getattr, path.split("."), self._client)(*arguments, **named))

    def end(self) -> None:
        """Close the client and its event loop."""
        self._done(self._client.close())
        self._runner.close()

    def refused(self, method: str, *arguments: Any, **named: Any) -> tuple[int, str]:
        """The status and the message with which a call is refused."""
        with pytest.raises(ERRORS) as caught:
            getattr(self, method)(*arguments, **named)
        return caught.value.status_code, caught.value.message

    def _done(self, answer: Any) -> Any:
        async def wait() -> Any:
            return await answer

        return self._runner.run(wait()) if inspect.isawaitable(answer) else answer


class ReleaseDriver:
    """Calls the client of one of Promptic's releases, which runs in a process of its own.

    Args:
        vendor: The package.
        world: Which client, `blocking` or `asyncio`.
        url: Where the platform is.
        has_cases: Whether what experiments learn from are cases of datasets.
    """

    def __init__(self, vendor: Vendor, world: str, url: str, has_cases: bool) -> None:
        self._vendor, self._world, self.has_cases = vendor, world, has_cases
        vendor.client(world, f"promptic_sdk.{CLIENTS[world].__name__}", url, api_key=KEY)

    def __getattr__(self, name: str) -> Any:
        return partial(self.call, name)

    def call(self, path: str, /, *arguments: Any, **named: Any) -> Any:
        """What a method answers, by its path."""
        told = self._vendor.call(self._world, path, *arguments, **named)
        if "raised" in told:
            known = {"builtins.TimeoutError": TimeoutError}.get(told["raised"]["type"], AssertionError)
            raise known(told["raised"]["text"])
        answer = told["answer"]
        return base64.b64decode(answer["$bytes"]) if isinstance(answer, dict) and "$bytes" in answer else answer

    def refused(self, method: str, *arguments: Any, **named: Any) -> tuple[int, str]:
        """The status and the message with which a call is refused."""
        raised = self._vendor.call(self._world, method, *arguments, **named)["raised"]
        assert raised["type"] == "promptic_sdk.client.PrompticAPIError", raised
        return raised["fields"]["status_code"], raised["fields"]["message"]

    def end(self) -> None:
        """Close the client."""
        self._vendor.call(self._world, "close")


@contextmanager
def driver(kind: Any, platform: Platform, **credentials: Any) -> Iterator[Driver]:
    """A driver that is closed in the end."""
    made = Driver(kind, platform.url("promptic"), **credentials)
    try:
        yield made
    finally:
        made.end()


@contextmanager
def local_promptic(clock: Clock, release: str | None = None) -> Iterator[Platform]:
    """A local Promptic whose ids come again after every `reset`, and an environment without Promptic's variables.

    Args:
        clock: What it goes by.
        release: As which release it answers; with what all of them have, where there is none.
    """
    releases = {"promptic": release} if release else {}
    with pytest.MonkeyPatch.context() as patch, Platform(seed=1, now=clock, releases=releases) as platform:
        patch.setenv("NO_PROXY", "127.0.0.1")  # the vendor's clients go by it
        for name in ("API_KEY", "ACCESS_TOKEN", "WORKSPACE_ID", "AI_APPLICATION_ID", "ENDPOINT"):
            patch.delenv(f"PROMPTIC_{name}", raising=False)
        yield platform
        assert platform.violations == []
