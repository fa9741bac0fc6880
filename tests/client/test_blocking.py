"""Proves what a blocking client asks while nobody waits: its own account alone."""

from __future__ import annotations

import asyncio

import pytest

from promptport import Client, ConfigurationError
from promptport.platform import Query
from promptport.testing import Platform


def test_a_refresh_is_never_another_accounts(platform: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    """S7: the asyncio variant is opened later; where the environment names another account by then, it is not asked."""
    monkeypatch.setenv("XR2_API_KEY", "YOUR_PRODUCT_API_KEY")
    with Client("xr2", base_url=platform.url("xr2"), disk=False) as client:
        client.get("welcome")
        monkeypatch.setenv("XR2_API_KEY", "another-accounts-key")
        before = len(platform.requests)
        with pytest.raises(ConfigurationError, match="environment"):
            asyncio.run(client._refresher.fetch(Query("welcome"), 1.0))
        assert len(platform.requests) == before
        monkeypatch.setenv("XR2_API_KEY", "YOUR_PRODUCT_API_KEY")
        assert asyncio.run(client._refresher.fetch(Query("welcome"), 1.0)).name == "welcome"
