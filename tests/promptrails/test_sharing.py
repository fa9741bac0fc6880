"""Proves what `client._http` is: the way of a client, for a tracer that goes it too."""

from __future__ import annotations

import json
import sys
import threading
from pathlib import Path
from types import ModuleType

import httpx
import pytest
import respx

from promptport.errors import ConfigurationError
from promptport.promptrails import AsyncPromptRails, PromptRails
from promptport.promptrails.tracing import Tracer
from promptport.testing import Platform

pytestmark = pytest.mark.one_python("it is about who carries what")
KEY = "your-api-key"


def sent(platform: Platform) -> int:
    return sum(each.operation == "traces_ingest" for each in platform.requests)


def test_it_says_whose_it_is_and_shows_no_key() -> None:
    one, other, third = (
        PromptRails(key, base_url="http://127.0.0.1:1/x")._http for key in ("a-key", "a-key", "another")
    )
    assert (one.origin, one.account) == ("http://127.0.0.1:1/x", other.account)
    assert one.account != third.account
    assert "a-key" not in f"{one!r} {one.account} {vars(one)!r}"
    assert (one.seconds, PromptRails("k").with_options(timeout=3)._http.seconds) == (30.0, 3.0)


def test_clients_of_both_kinds(platform: Platform) -> None:
    url = platform.url("promptrails")
    for client in (PromptRails(KEY, base_url=url), AsyncPromptRails(KEY, base_url=url)):
        tracer = Tracer(http=client)
        tracer.start_span("x").end()
        assert tracer.flush().delivered
        tracer.shutdown()
    assert sent(platform) == 2


def test_the_applications_own_client_carries_them_in_a_thread(platform: Platform) -> None:
    seen = []

    def note(request: httpx.Request) -> None:
        seen.append((request.url.path, threading.current_thread().name))

    with httpx.Client(event_hooks={"request": [note]}) as own:
        client = PromptRails(KEY, base_url=platform.url("promptrails"), http_client=own)
        tracer = Tracer(http=client._http)
        tracer.start_span("x").end()
        assert tracer.flush().delivered == 1
        tracer.shutdown()
        client.close()
    assert seen == [("/promptrails/api/v1/traces/ingest", "promptport-fetches")]


def test_a_client_that_is_closed_keeps_them() -> None:
    """One that the application's own carries: what it is to be sent by is gone, and nothing is lost."""
    client = PromptRails(
        KEY, base_url="http://127.0.0.1:1", transport=httpx.MockTransport(lambda _: httpx.Response(200))
    )
    client.close()
    tracer = Tracer(http=client)
    tracer.start_span("x").end()
    assert tracer.flush(0.3).waiting == 1
    tracer.shutdown()


def test_an_asyncio_clients_own_transport_belongs_to_its_loop() -> None:
    client = AsyncPromptRails(KEY, transport=httpx.MockTransport(lambda _: httpx.Response(200)))
    with pytest.raises(ConfigurationError, match="event loop"):
        Tracer(http=client)


def test_a_key_that_nobody_knows_yet(platform: Platform, tmp_path: Path) -> None:
    """Nobody knows whose spans they are, so that no other process may find them: they wait in memory."""
    asked = []

    def key() -> str:
        asked.append(1)
        return KEY

    tracer = Tracer(http=PromptRails(key, base_url=platform.url("promptrails")))
    tracer.start_span("x").end()
    assert (tracer.flush().delivered, len(asked)) == (1, 1)
    assert not list(tmp_path.rglob("*.spool"))
    tracer.shutdown()


@pytest.mark.promise("C12")
def test_what_is_accepted_under_a_mock_goes_out_under_it_alone(tmp_path: Path) -> None:
    """And what was accepted before stays away from it. Nothing of it lies on disk, nothing reaches the address itself."""
    base = "http://127.0.0.1:9/x"
    tracer = Tracer("key", base_url=base)
    tracer.start_span("before").end()
    waiting = len(list(tmp_path.rglob("*.spool")))
    with respx.mock(assert_all_called=False) as mock:
        route = mock.post(f"{base}/api/v1/traces/ingest").respond(200, json={"data": {"ingested": 1}})
        tracer.start_span("under").end()
        assert tracer.flush().delivered == 1
        assert [json.loads(call.request.content)["spans"][0]["name"] for call in route.calls] == ["under"]
        route.respond(503)
        tracer.start_span("late").end()
        assert tracer.flush(0.3).waiting == 1
        assert len(list(tmp_path.rglob("*.spool"))) == waiting
    before = len(route.calls)
    assert tracer.flush(0.3).waiting == 1  # of "before": nobody listens there
    assert len(route.calls) == before
    tracer.shutdown()


def test_a_tests_own_transport_takes_what_is_its_own(platform: Platform, tmp_path: Path) -> None:
    """Another tracer of the same account goes on beside it."""
    seen = []

    def take(request: httpx.Request) -> httpx.Response:
        seen.append([each["name"] for each in json.loads(request.content)["spans"]])
        return httpx.Response(200, json={"data": {"ingested": 1}})

    url = platform.url("promptrails")
    other = Tracer(KEY, base_url=url)
    with PromptRails(KEY, base_url=url, transport=httpx.MockTransport(take)) as client:
        tracer = Tracer(http=client)
        tracer.start_span("mine").end()
        assert (tracer.flush().delivered, list(tmp_path.rglob("*.spool"))) == (1, [])
    other.start_span("another").end()
    assert other.flush().delivered == 1
    assert (seen, sent(platform)) == ([["mine"]], 1)
    tracer.shutdown()
    other.shutdown()


def test_an_engine_that_is_being_imported_sees_nothing_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    """What delivers imports it in another thread while the first spans end: they are kept meanwhile."""
    for name in ("promptport.http.blocking", "promptport.http.aio"):
        monkeypatch.setitem(sys.modules, name, ModuleType(name))
    assert not PromptRails(KEY, base_url="http://127.0.0.1:1")._http.mocked
