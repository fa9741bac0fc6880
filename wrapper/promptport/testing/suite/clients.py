"""The platform behind `Client`."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from ...client._async import AsyncClient
from ...client._sync import Client
from ...errors import ConfigurationError, NotFound, NotSupported
from ...prompt.values import RenderError
from ..variants import Example
from .checks import unseen
from .fixtures import SuiteFixtures


class ClientTests(SuiteFixtures):
    """Of the platform as a source of `Client` and `AsyncClient`."""

    def test_client(self, example: Example) -> None:
        """`Client` serves it: strictly rendered, with its origin, kept unless it is local, and with a fallback."""
        with Client(example.source, disk=False, **example.settings) as client:
            prompt, again = client.get(example.name), client.get(example.name)
            assert prompt.render(example.values).text == example.text
            assert prompt.origin.platform == client.platform.name
            first, then = ("file", "file") if client.platform.local else ("network", "cache")
            assert (prompt.origin.source, again.origin.source) == (first, then if prompt.fetched.cacheable else first)
            with pytest.raises(RenderError, match="no_such_variable"):
                prompt.render(example.values, no_such_variable=1)
            if not client.platform.versions:
                with pytest.raises(NotSupported):
                    client.get(example.name, version=1)
            if client.platform.labels is not None:
                with pytest.raises(NotSupported):
                    client.get(example.name, label="no-such-label")
            with pytest.raises(NotFound):
                client.get("no-such-prompt-here", fallback="x")

    def test_asyncio_client(self, example: Example) -> None:
        """`AsyncClient` fetches and renders the example."""

        async def use() -> str:
            async with AsyncClient(example.source, disk=False, **example.settings) as client:
                return (await client.get(example.name)).render(example.values).text

        assert asyncio.run(use()) == example.text

    def test_settings_that_there_are_none_of(self, example: Example) -> None:
        """A misspelt setting is named, by both variants."""
        settings: dict[str, Any] = {**example.settings, "no_such_setting": 1}
        for client in (Client, AsyncClient):
            with pytest.raises(ConfigurationError, match="no_such_setting") as caught:
                client(example.source, **settings)
            unseen(example, caught.value)
