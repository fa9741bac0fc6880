# Made from tests/xr2/_async/test_source.py by `python tools/unasync.py`: change that file, never this one.
"""Proves xR2 as a source of `promptport.Client`: what is fetched, what is not there, and who it is."""

from __future__ import annotations

import json

import pytest

from promptport.base.delivering import result_of
from promptport.errors import CallError, NotFound, NotSupported
from promptport.outbox.result import Outcome
from promptport.platform import Event, Query, find
from promptport.testing import Platform
from promptport.xr2._sync.source import XR2Source
from promptport_local.xr2 import settings


def test_a_prompt(platform: Platform) -> None:
    """Its texts as they are at the platform, with their placeholders."""
    with XR2Source(**settings(platform.url("xr2"))) as source:
        found = source.fetch(Query("welcome"), 5.0)

    assert found.name == "welcome"
    assert "customer_name" in str(found.messages)
    assert {each["role"] for each in found.messages} <= {"system", "user"}


def test_a_prompt_that_is_not_there(platform: Platform) -> None:
    with XR2Source(**settings(platform.url("xr2"))) as source:
        with pytest.raises(NotFound) as caught:
            source.fetch(Query("nowhere"), 5.0)
    assert caught.value.name == "nowhere"


def test_its_names(platform: Platform) -> None:
    with XR2Source(**settings(platform.url("xr2"))) as source:
        with pytest.raises(NotSupported, match="xr2 can't list its prompts"):
            source.names(5.0)


def test_who_it_is(platform: Platform) -> None:
    """Accounts are told apart, and no key is given away."""
    given = settings(platform.url("xr2"))
    with (
        XR2Source(**given) as one,
        XR2Source(**given) as other,
        XR2Source(**given | {"api_key": "another-key-0123"}) as third,
    ):
        assert one.traits == other.traits
        assert one.traits.name == "xr2"
        assert one.traits.origin == platform.url("xr2")
        assert one.traits.account != third.traits.account
        assert given["api_key"] not in repr(one.traits)


def test_a_trace_of_its_own(platform: Platform) -> None:
    """Each is another one, asked for by number, or by status where the number is another platform's."""
    with XR2Source(**settings(platform.url("xr2"))) as source:
        traces = [
            source.trace(Query("welcome", version=1), 5.0),
            source.trace(Query("welcome", label="production"), 5.0),
        ]
        with pytest.raises(NotFound):
            source.trace(Query("welcome", version=99), 5.0)
        platform.script("xr2", {"status": 200, "json": {"slug": "welcome", "trace_id": None}})
        with pytest.raises(CallError, match="`trace_id` must be a text"):
            source.trace(Query("welcome", version=1), 5.0)
    assert len(set(traces)) == 2
    asked = [json.loads(each.body) for each in platform.requests]
    assert [(each.get("version_number"), each.get("status")) for each in asked[:2]] == [(1, None), (None, "production")]


def test_an_event(platform: Platform) -> None:
    """It is recorded against its trace; of a second one of its name the platform says that it had one already."""
    with XR2Source(**settings(platform.url("xr2"))) as source:
        trace = source.trace(Query("welcome"), 5.0)
        event = Event("1", "purchase_completed", 0.0, trace, "u", "s", 9.5, "USD", {"order_id": "o", "product_id": "p"})
        assert source.event(event, 5.0) is False
        assert source.event(event._replace(id="2"), 5.0) is True
    sent = json.loads(platform.requests[-1].body)
    assert (sent["trace_id"], sent["event_name"], sent["user_id"], sent["session_id"]) == (trace, event.name, "u", "s")
    assert (sent["value"], sent["currency"], sent["metadata"]) == (9.5, "USD", event.metadata)


def test_an_event_that_is_not_defined(platform: Platform) -> None:
    """xR2 says so itself, which is final; a router's 404, and a page, are none of its own."""
    event = Event("1", "nowhere", 0.0, "evt_0_0_0")
    with XR2Source(**settings(platform.url("xr2"))) as source:
        with pytest.raises(NotFound, match="nowhere"):
            source.event(event, 5.0)
        for answer in ({"status": 404, "json": {"detail": "Not Found"}}, {"status": 404, "body": "<html>"}):
            platform.script("xr2", answer)
            with pytest.raises(CallError) as caught:
                source.event(event, 5.0)
            assert (caught.value.status_code, result_of(caught.value, False).outcome) == (404, Outcome.NOT_RECEIVED)


def test_it_is_found_by_its_name() -> None:
    registration = find("xr2")
    assert callable(registration.sync)
    assert callable(registration.async_)
    assert "api_key" in registration.variables
