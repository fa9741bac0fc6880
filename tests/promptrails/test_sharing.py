"""Proves what `client._http` is: the way of a client, for a tracer that goes it too."""

from __future__ import annotations

import threading

import httpx
import pytest

from promptport.errors import ConfigurationError
from promptport.promptrails import AsyncPromptRails, PromptRails
from promptport.promptrails.tracing import Tracer
from promptport.testing import Platform

pytestmark = pytest.mark.one_python("it is about who carries what")
KEY = "your-api-key"


@pytest.fixture(autouse=True)
def _outbox(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROMPTPORT_OUTBOX_DIR", f"{tmp_path}/outbox")


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


def test_the_applications_own_client_carries_them_in_one_thread(platform: Platform) -> None:
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
    assert seen == [("/promptrails/api/v1/traces/ingest", "promptport-spans")]


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


def test_a_key_that_nobody_knows_yet(platform: Platform, tmp_path: object) -> None:
    """Nobody knows whose spans they are, so that no other process may find them: they wait in memory."""
    asked = []

    def key() -> str:
        asked.append(1)
        return KEY

    tracer = Tracer(http=PromptRails(key, base_url=platform.url("promptrails")))
    tracer.start_span("x").end()
    assert (tracer.flush().delivered, len(asked)) == (1, 1)
    tracer.shutdown()
