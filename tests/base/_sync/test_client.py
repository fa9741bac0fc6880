# Made from tests/base/_async/test_client.py by `python tools/unasync.py`: change that file, never this one.
"""Proves what the clients of all platforms share: closing ends calls under way at once, and other options share connections."""

from __future__ import annotations

import sys
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from promptport import Client
from promptport.errors import ClosedError
from promptport.testing import Fault, FaultProxy, Platform
from promptport.xr2 import xR2Client

from ...together.blocking import begin, ended, until
from ..blocking import call, open_client
from ..rooms import ROOMS, settings

KEY = "YOUR_PRODUCT_API_KEY"
MANY = 120  # more than a pool has connections
TRIES = 3  # other programs hold up a try; what hangs holds up every one
PROMPTLY = 5.0  # seconds; what hangs here would take 30, and what waits for another attempt 9
HUNG, DRIBBLING = Fault("hang"), Fault("dribble", seconds=0.05)


def descriptors() -> int:
    """How many descriptors are open; 0 where the system does not tell."""
    return len(list(Path("/proc/self/fd").iterdir())) if sys.platform == "linux" else 0


def ends(client: Any, calls: list[Any]) -> float:
    """Close a client while these calls are under way: answers the seconds until the last of them has ended with ClosedError."""
    began = monotonic()
    client.close()
    errors = [ended(each) for each in calls]
    took = monotonic() - began
    assert all(isinstance(each, ClosedError) for each in errors)
    return took


def closed_in_use(room: str, derived: bool, proxy: FaultProxy) -> tuple[Any, float]:
    """A client that is closed while many calls are under way, and the seconds until the last of them has ended."""
    connections = proxy.connections
    client = open_client(room, f"{proxy.url}/{room}", timeout=30.0)
    caller = client.with_options(retries=1) if derived else client
    calls = [begin(lambda: call(room, caller)) for _ in range(MANY)]
    until(lambda: proxy.connections > connections)
    return caller, ends(client, calls)


@pytest.mark.parametrize("fault", [HUNG, DRIBBLING], ids=lambda each: each.kind)
@pytest.mark.parametrize("derived", [False, True], ids=["its own", "with other options"])
@pytest.mark.parametrize("room", ROOMS)
def test_calls_end_with_their_client(
    room: str, derived: bool, fault: Fault, platform: Platform, proxy: FaultProxy
) -> None:
    """Answers that don't come, or come too slowly, hold up nobody when the client is closed; nor does the pool."""
    client = open_client(room, f"{proxy.url}/{room}")
    call(room, client)  # whatever is imported or opened once
    proxy.fault = fault
    client.close()
    before = descriptors()
    for _ in range(TRIES):
        caller, took = closed_in_use(room, derived, proxy)
        if took < PROMPTLY:
            break
    assert took < PROMPTLY

    proxy.fault = Fault()  # it lets go of its ends, which are of this process as well
    until(lambda: descriptors() <= before)
    with pytest.raises(ClosedError):
        call(room, caller)


def test_waits_for_a_token(platform: Platform, proxy: FaultProxy) -> None:
    """Scope's callers wait for one exchange of credentials, or go on with a token: both end."""
    client = open_client("scope", f"{proxy.url}/scope")
    call("scope", client)  # it has a token
    connections, proxy.fault = proxy.connections, HUNG
    calls = [begin(lambda: call("scope", client)) for _ in range(MANY)]
    until(lambda: proxy.connections > connections)
    assert ends(client, calls) < PROMPTLY


@pytest.mark.parametrize("room", ROOMS)
def test_waits_for_a_retry(room: str, platform: Platform) -> None:
    """A call that waits before its next attempt ends."""
    platform.script(room, {"status": 503, "headers": {"Retry-After": "9"}, "times": None})
    client = open_client(room, platform.url(room))
    calls = [begin(lambda: call(room, client)) for _ in range(5)]
    until(lambda: len(platform.requests) >= (1 if room == "scope" else 5))
    assert ends(client, calls) < PROMPTLY
    platform.reset()


@pytest.mark.parametrize("fault", [Fault("hang", after=400), Fault("dribble", 400, 0.05)], ids=lambda each: each.kind)
def test_streams(fault: Fault, platform: Platform, proxy: FaultProxy) -> None:
    """A stream that says nothing more, or too little, ends; one that nobody reads at the time, when it is read again."""
    proxy.fault = fault
    client = open_client("promptrails", f"{proxy.url}/promptrails")

    def read() -> None:
        for _ in client.chat.send_message_stream("session-id", content="Hello"):
            pass

    events = client.chat.send_message_stream("session-id", content="Hello")
    first = next(events)
    calls = [begin(read) for _ in range(5)]
    until(lambda: len(platform.requests) >= 6)
    assert ends(client, calls) < PROMPTLY

    assert first is not None
    with pytest.raises(ClosedError):
        next(events)
    platform.reset()


@pytest.mark.alone
def test_a_client_with_other_options_ends_alone(platform: Platform, proxy: FaultProxy) -> None:
    """Closing a client that shares connections ends its own calls, and nobody else's."""
    client = open_client("xr2", f"{proxy.url}/xr2")
    proxy.fault = Fault("delay", seconds=0.5)
    other = client.with_options(retries=0)
    mine, others = begin(lambda: call("xr2", client)), begin(lambda: call("xr2", other))
    until(lambda: len(platform.requests) >= 2)
    assert ends(other, [others]) < 0.4

    assert (ended(mine)).user_prompt
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


@pytest.mark.parametrize("room", ROOMS)
def test_the_client_for_every_platform(room: str, platform: Platform, proxy: FaultProxy) -> None:
    """Callers of `promptport.Client` end with it as well, whether they fetch or wait for another who does."""
    proxy.fault = HUNG
    client = Client(room, disk=False, deadline=30.0, timeout=30.0, **settings(room, f"{proxy.url}/{room}"))
    connections = proxy.connections
    calls = [begin(lambda: client.get("welcome")) for _ in range(20)]
    until(lambda: proxy.connections > connections)
    assert ends(client, calls) < PROMPTLY
