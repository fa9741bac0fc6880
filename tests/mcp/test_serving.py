"""Proves that what can't be served is told before a host waits for it."""

from __future__ import annotations

from typing import Any

import pytest

from promptport import ConfigurationError
from promptport.errors import MissingCredential
from promptport.mcp.serving import opened
from promptport.testing import Platform

from .conftest import Connected

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
