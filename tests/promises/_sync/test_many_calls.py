# Made from tests/promises/_async/test_many_calls.py by `python tools/unasync.py`: change that file, never this one.
"""Promises of xR2's clients that one call can't show: D6, S1, and what shares a client's connections."""

from __future__ import annotations

import threading

import pytest

from promptport.testing import Platform, without_waiting
from promptport.xr2 import xR2Client

KEY = "YOUR_PRODUCT_API_KEY"


@pytest.mark.promise("D6")
def test_d6_retries_do_not_make_an_outage_worse(platform: Platform, size: float) -> None:
    """D6: at total failure, 10,000 calls send at most 1.1 requests each; the first few have all their retries."""
    calls = int(10_000 * size)
    platform.script("xr2", {"status": 503, "times": None})
    with without_waiting():
        with xR2Client(KEY, base_url=platform.url("xr2")) as client:
            for _ in range(calls):
                client.check_api_key()
    sent = len(platform.requests)
    platform.reset()

    print(f"D6: {calls} failing calls sent {sent} requests, {sent / calls:.3f} each")
    assert sent <= calls * 1.09 + 10
    assert sent > calls + 10  # the first retries are given, the others earned


@pytest.mark.promise("S1")
def test_s1_no_thread(platform: Platform) -> None:
    """S1: clients start no thread."""
    before = threading.active_count()
    clients = [xR2Client(KEY, base_url=platform.url("xr2")) for _ in range(10)]
    for client in clients:
        assert (client.check_api_key()).ok

    assert threading.active_count() == before
    for client in clients:
        client.close()
