# Made from tests/faults/_async/test_connections.py by `python tools/unasync.py`: change that file, never this one.
"""Proves that connections are kept and given back: one for calls in a row, whatever they end in."""

from __future__ import annotations

import pytest

from promptport.testing import FaultProxy, Platform
from promptport.xr2 import xR2Client


@pytest.mark.parametrize(
    "answer", [{"status": 200}, {"status": 404}, {"status": 204}, {"status": 400, "json": {"detail": "x"}}]
)
def test_calls_in_a_row_share_a_connection(platform: Platform, answer: dict[str, object]) -> None:
    """More calls than a pool has connections need only one of them."""
    with FaultProxy(platform.url("xr2")) as proxy:
        with xR2Client("YOUR_PRODUCT_API_KEY", base_url=proxy.url, total_retries=0) as client:
            for _ in range(120):
                platform.script("xr2", answer)
                client.check_api_key()

        assert proxy.connections == 1
    assert len(platform.requests) == 120


def test_every_request_is_counted(platform: Platform) -> None:
    """No library below sends a GET again by itself when a kept connection breaks: the client's own count is the only one."""
    with xR2Client("YOUR_PRODUCT_API_KEY", base_url=platform.url("xr2"), backoff_factor=0) as client:
        assert (client.check_api_key()).ok
        platform.script("xr2", {"drop": True, "times": 4})
        assert not client.check_api_key()

    assert len(platform.requests) == 1 + 4
