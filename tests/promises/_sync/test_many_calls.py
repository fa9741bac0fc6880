# Made from tests/promises/_async/test_many_calls.py by `python tools/unasync.py`: change that file, never this one.
"""Promises of xR2's clients that one call can't show: D6, S1, and what shares a client's connections."""

from __future__ import annotations

import json
import threading

import pytest

import promptport
from promptport.errors import ClosedError, ConfigurationError
from promptport.testing import FaultProxy, Platform, without_waiting
from promptport.xr2 import xR2Client

KEY = "YOUR_PRODUCT_API_KEY"


@pytest.mark.promise
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


@pytest.mark.promise
def test_s1_no_thread(platform: Platform) -> None:
    """S1: clients start no thread."""
    before = threading.active_count()
    clients = [xR2Client(KEY, base_url=platform.url("xr2")) for _ in range(10)]
    for client in clients:
        assert (client.check_api_key()).ok

    assert threading.active_count() == before
    for client in clients:
        client.close()


def test_other_options_over_the_same_connections(platform: Platform, proxy: FaultProxy) -> None:
    """`with_options` changes what it names, keeps the rest, and shares connections and end."""
    before = proxy.connections
    client = xR2Client(KEY, base_url=f"{proxy.url}/xr2", total_retries=3, backoff_factor=0)
    other = client.with_options(timeout=2, retries=0, headers={"X-Team": "a"}).with_options(headers={"X-Run": "1"})
    assert (client.check_api_key()).ok
    platform.script("xr2", {"status": 503})
    assert (other.check_api_key()).status_code == 503
    assert (client.check_api_key()).ok

    assert proxy.connections == before + 1
    assert [request.header("x-team") for request in platform.requests] == [None, "a", None]
    assert platform.requests[1].header("x-run") == "1"
    assert (client.timeout, other.timeout) == (10.0, 2)
    other.close()
    assert (client.check_api_key()).ok
    with pytest.raises(ClosedError):
        other.check_api_key()
    third = client.with_options()
    client.close()
    with pytest.raises(ClosedError):
        third.check_api_key()


@pytest.mark.parametrize(
    "headers", [{"Authorization": "x"}, {"host": "x"}, {"X-A": "a\r\nX-B: b"}, {"X A": "b"}, {"X-A": "é"}, {"": "b"}]
)
def test_headers_that_callers_may_not_set(headers: dict[str, str]) -> None:
    """What the client sets itself, and what would break out of a header, is refused."""
    with pytest.raises(ConfigurationError, match="header"):
        xR2Client(KEY).with_options(headers=headers)


def test_headers_take_the_place_of_the_clients(platform: Platform) -> None:
    """A header that the caller sets is sent once, in place of the one that the client would have sent."""
    with xR2Client(KEY, base_url=platform.url("xr2")) as client:
        client.with_options(headers={"User-Agent": "app/1", "accept": "a/b"}).check_api_key()

    headers = platform.requests[0].headers
    assert [value for name, value in headers if name in ("user-agent", "accept")] == ["app/1", "a/b"]


def test_answers_as_they_came(platform: Platform) -> None:
    """Status, headers and request id of every success inside the block; none of a failure, and none outside."""
    with xR2Client(KEY, base_url=platform.url("xr2")) as client:
        with promptport.answers() as seen:
            platform.script("xr2", {"status": 203, "headers": {"X-Request-Id": "r1"}, "json": {"user": "u"}})
            client.check_api_key()
            client.get_prompt(slug="nope")
        client.check_api_key()

    assert [(answer.status, answer.request_id, json.loads(answer.content)) for answer in seen] == [
        (203, "r1", {"user": "u"})
    ]
    assert seen[0].headers["content-type"] == "application/json"
