"""Proves what the clients of all platforms share: other options over the same connections."""

from __future__ import annotations

import pytest

from promptport.errors import ClosedError
from promptport.testing import FaultProxy, Platform
from promptport.xr2 import AsyncxR2Client

KEY = "YOUR_PRODUCT_API_KEY"


async def test_other_options_over_the_same_connections(platform: Platform, proxy: FaultProxy) -> None:
    """`with_options` changes what it names, keeps the rest, and shares connections and end."""
    before = proxy.connections
    client = AsyncxR2Client(KEY, base_url=f"{proxy.url}/xr2", total_retries=3, backoff_factor=0)
    other = client.with_options(timeout=2, retries=0, headers={"X-Team": "a"}).with_options(headers={"X-Run": "1"})
    assert (await client.check_api_key()).ok
    platform.script("xr2", {"status": 503})
    assert (await other.check_api_key()).status_code == 503
    assert (await client.check_api_key()).ok

    assert proxy.connections == before + 1
    assert [request.header("x-team") for request in platform.requests] == [None, "a", None]
    assert platform.requests[1].header("x-run") == "1"
    assert (client.timeout, other.timeout) == (10.0, 2)
    await other.aclose()
    assert (await client.check_api_key()).ok
    with pytest.raises(ClosedError):
        await other.check_api_key()
    third = client.with_options()
    await client.aclose()
    with pytest.raises(ClosedError):
        await third.check_api_key()
