"""Proves that what can't be served is told before a host waits for it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from mcp import MCPError
from mcp.types import INTERNAL_ERROR

from promptport import ConfigurationError
from promptport.errors import MissingCredential
from promptport.files.lock_file import NAME
from promptport.mcp.serving import opened
from promptport.testing import Platform

from .conftest import Connected
from .pieces import write
from .test_server import until

pytestmark = pytest.mark.one_python("sources are the same on all")


async def test_a_platform_that_can_t_list(platform: Platform, connected: Connected) -> None:
    """The names are given, or are told by somebody else."""
    settings: Any = {"base_url": platform.url("xr2"), "api_key": "YOUR_PRODUCT_API_KEY"}
    with pytest.raises(ConfigurationError, match="xr2 can't list its prompts: name them, each by --prompt NAME"):
        async with opened("xr2", **settings):
            pass
    async with connected("xr2", ["welcome"], **settings) as host:
        assert [each.name for each in (await host.list_prompts()).prompts] == ["welcome"]

    async def names() -> list[str]:
        return ["welcome"]

    async with connected("xr2", names_of=lambda client: names, **settings) as host:
        assert [each.name for each in (await host.list_prompts()).prompts] == ["welcome"]
        found = await host.get_prompt("welcome", {"customer_name": "Alice"})
        assert [getattr(each.content, "text", "") for each in found.messages][1] == "Welcome Alice and offer your help."


@pytest.mark.parametrize("only", [(), ("welcome",)])
async def test_a_missing_key(only: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XR2_API_KEY", raising=False)
    with pytest.raises(MissingCredential, match="XR2_API_KEY"):
        async with opened("xr2", only):
            pass


async def test_a_bundle(tmp_path: Path, connected: Connected, monkeypatch: pytest.MonkeyPatch) -> None:
    """It needs no key, the lock has the names, and its files are looked at."""
    monkeypatch.delenv("XR2_API_KEY", raising=False)
    monkeypatch.setattr("promptport.mcp.serving.FOLDER", 0.01)
    lock = {"name": "a:b", "file": "a%3Ab.md", "version": 7, "sha256": "0" * 64}
    entry = "\n".join(f"{name} = {json.dumps(each)}" for name, each in lock.items())
    write(tmp_path, {"a%3Ab.md": "Hi {{name}}.", NAME: f'format = 1\nsource = "xr2"\n\n[[prompt]]\n{entry}\n'})
    told: list[object] = []

    async def hears(message: object) -> None:
        told.append(message)

    async with connected("xr2", bundle=tmp_path, mode="legacy", hears=hears) as host:
        (prompt,) = (await host.list_prompts()).prompts
        assert (prompt.name, prompt.title) == ("a_b", "a:b")
        assert (prompt.meta or {})["promptport/version"] == 7
        assert (await host.get_prompt("a_b", {"name": "Alice"})).messages
        await until(told, 1, lambda number: write(tmp_path, {"a%3Ab.md": f"Hi {{{{name}}}}, {number}."}))


async def test_an_outage(platform: Platform, connected: Connected) -> None:
    """The host is told what it is, without the key, and the server goes on; then a copy answers."""
    key = "YOUR_PRODUCT_API_KEY"
    settings: Any = {"base_url": platform.url("xr2"), "api_key": key, "retries": 0, "ttl": 0}
    async with connected("xr2", ["welcome"], **settings) as host:
        for status in (503, 401):
            platform.script("xr2", {"status": status, "json": {"detail": f"no {key}"}})
            with pytest.raises(MCPError, match=str(status)) as caught:
                await host.get_prompt("welcome", {"customer_name": "Alice"})
            assert caught.value.code == INTERNAL_ERROR
            assert key not in str(caught.value.error)
        found = await host.get_prompt("welcome", {"customer_name": "Alice"})
        platform.script("xr2", {"status": 503})
        assert await host.get_prompt("welcome", {"customer_name": "Alice"}) == found
