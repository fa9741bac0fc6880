"""Proves that whoever listens hears of every request and every change, that nobody waits for him, and that he is let go."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import httpx
import pytest

from promptport_local import Server
from promptport_local.clock import utc_now
from promptport_local.event_stream import EventStream
from promptport_local.events import STREAMS
from promptport_local.local_platform import LocalPlatform
from promptport_local.request_log import LoggedRequest
from promptport_local.store import Store

from .conftest import KEY
from .listening import Event, listening, until

GOOD = {"slug": "welcome", "source_name": "x"}


def test_requests_as_they_are_listed(server: Server, client: httpx.Client, control: httpx.Client) -> None:
    """With what was answered, numbered, and without credentials."""
    with listening(server) as events:
        client.post("/get-prompt", json=GOOD)
        client.get("/check-api-key")
        first, second = until(events, "request"), until(events, "request")
    assert [first.data, second.data] == control.get("/_local/requests").json()["requests"]
    assert (first.id, int(second.id or 0)) == (str(first.data["id"]), first.data["id"] + 1)
    assert (first.data["answer"]["status"], "customer_name" in first.data["answer"]["body"]) == (200, True)
    assert KEY not in f"{first}{second}"


def test_it_goes_on_after_the_last_one_that_was_heard(server: Server, client: httpx.Client) -> None:
    """A page that was away for a moment misses nothing; one that was away for longer is told how much."""
    with listening(server) as events:
        client.get("/check-api-key")
        last = until(events, "request").id or ""
    for _ in range(25):
        client.get("/check-api-key")
    with listening(server, last_event_id=last) as events:
        assert [until(events, "request").id for _ in range(25)] == [str(int(last) + each) for each in range(1, 26)]


@pytest.mark.parametrize("odd", ["", "-1", "x", "9" * 15, "9" * 16])
def test_a_number_that_nobody_had(server: Server, client: httpx.Client, odd: str) -> None:
    """As after a restart: then everything that is kept is news; what is no number is as good as none."""
    client.get("/check-api-key")
    with listening(server, last_event_id=odd) as events:
        client.post("/get-prompt", json=GOOD)
        expected = "check_api_key" if odd == "9" * 15 else "get_prompt"
        assert until(events, "request").data["operation"] == expected


def test_changes_are_told_once_for_many(server: Server, control: httpx.Client) -> None:
    """Of what is held, by whichever way, and of what is scripted; a reset is a change of everything."""
    with listening(server) as events:
        for _ in range(5):
            server.backend("scope").add_application("k", "s")
            server.backend("xr2").add_version("welcome", user_prompt="x")
        assert [next(events).data["platform"], next(events).data["platform"]] == ["scope", "xr2"]
        server.script("promptic", {"status": 503})
        assert next(events) == Event("changed", {"platform": "promptic"}, None)
        control.post("/_local/seed", json={"langfuse": {"options": {"lenient_pairs": True}}})
        assert next(events) == Event("changed", {"platform": "langfuse"}, None)
        server.reset()
        assert next(events) == Event("changed", {"platform": None}, None)


def test_what_is_undone_is_no_change(server: Server) -> None:
    with listening(server) as events:
        with pytest.raises(ValueError, match="no prompt"):
            server.backend("scope").seed({"applications": [{"api_key": "k", "api_secret": "s"}], "promote": [
                {"prompt": "none", "version_id": "x"}]})  # fmt: skip
        server.backend("xr2").add_version("welcome")
        assert next(events).data == {"platform": "xr2"}


def test_so_many_and_no_more(server: Server) -> None:
    """Another is refused in words, and welcome when one of them has gone."""
    with httpx.Client(base_url=server.url(), trust_env=False, verify=False) as many:
        requests = [many.build_request("GET", "/_local/events") for _ in range(STREAMS)]
        streams = [many.send(each, stream=True) for each in requests]
        refused = many.get("/_local/events")
        assert (refused.status_code, refused.json()["error"][:2]) == (503, f"{STREAMS}")
        streams.pop().close()
        end = time.monotonic() + 5
        while many.send(requests[0], stream=True).status_code == 503 and time.monotonic() < end:
            time.sleep(0.01)  # until the server has noticed that the client has gone
        assert time.monotonic() < end


def test_the_end_of_the_server_is_the_end_of_the_stream() -> None:
    """In order: the last chunk comes, and nobody waits."""
    with Server() as server, listening(server) as events:
        server.stop()
        assert list(events) == []


def test_head(control: httpx.Client) -> None:
    answer = control.head("/_local/events")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/event-stream; charset=utf-8")
    assert control.post("/_local/events").status_code == 405


@pytest.mark.parametrize("header", [{"Origin": "http://evil.example"}, {"Sec-Fetch-Site": "cross-site"}])
def test_no_other_site_listens(control: httpx.Client, header: dict[str, str]) -> None:
    assert control.get("/_local/events", headers=header).status_code == 400


@pytest.fixture
def local() -> Iterator[LocalPlatform]:
    """What is served, without a server."""
    with closing(Store()) as store:
        yield LocalPlatform(store, utc_now)


async def test_a_slow_reader_holds_nothing(local: LocalPlatform) -> None:
    """He is told what is still kept, a few at a time, and how many are not."""
    sent: list[bytes] = []
    read, stop = asyncio.Event(), asyncio.Event()

    async def send(message: Any) -> None:
        sent.append(message.get("body", b""))
        await read.wait()

    async def receive() -> Any:
        await stop.wait()
        return {"type": "http.disconnect"}

    scope = {"method": "GET", "headers": []}
    stream = asyncio.ensure_future(EventStream(local)(scope, receive, send))
    await asyncio.sleep(0)
    for _ in range(1500):
        entry = LoggedRequest("xr2", None, "GET", "/", "", [])
        local.requests.add(entry)
        local.requests.over(entry, None)
    assert len(sent) == 1
    read.set()
    while len(sent) < 1003:
        await asyncio.sleep(0)
    stop.set()
    await stream
    dropped = next(each for each in sent if b"event: dropped" in each)
    assert b'"requests":500' in dropped
    assert sum(b"event: request" in each for each in sent) == 1000


async def test_a_comment_where_nothing_happens(local: LocalPlatform) -> None:
    """So that nobody between the two takes the connection for dead."""
    sent: list[bytes] = []
    beat = asyncio.Event()

    async def send(message: Any) -> None:
        sent.append(message.get("body", b""))
        if sent[-1].startswith(b":"):
            beat.set()

    async def receive() -> Any:
        await beat.wait()
        return {"type": "http.disconnect"}

    await EventStream(local, heartbeat=0.01)({"method": "GET", "headers": []}, receive, send)
    assert sent[2:] == [b":\n\n", b""]
