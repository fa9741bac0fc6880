"""Proves that the local xR2 checks, keeps and deduplicates events as xR2 does."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest

from promptport_local.errors import Refusal
from promptport_local.xr2.backend import Backend

from ..conftest import Clock, get


def track(backend: Backend, event_name: str = "sign_up", trace_id: str | None = None, **fields: Any) -> dict[str, Any]:
    return backend.track_event(trace_id or get(backend)["trace_id"], event_name, "python_sdk", **fields)


def event_error(backend: Backend, event_name: str, trace_id: str | None = None, **fields: Any) -> tuple[int, str]:
    with pytest.raises(Refusal) as caught:
        track(backend, event_name, trace_id, **fields)
    assert isinstance(caught.value.body["detail"], str)
    return caught.value.status, caught.value.body["detail"]


@pytest.fixture
def backend(backend: Backend) -> Backend:
    """An xR2 with the statuses that its documents name; what it really answers is proved in test_routes.py."""
    backend.options.wrap_500 = False
    return backend


def test_an_event_is_kept_whole(backend: Backend) -> None:
    trace_id = get(backend)["trace_id"]
    fields: dict[str, Any] = {"user_id": "u", "session_id": "s", "value": 0, "currency": "USD"}
    answer = track(backend, trace_id=trace_id, metadata={"a": None}, **fields)
    assert answer == {
        "status": "success",
        "event_id": answer["event_id"],
        "trace_id": trace_id,
        "event_name": "sign_up",
        "timestamp": "2026-01-15T09:30:00.123456+00:00",
        "is_duplicate": False,
    }
    assert re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", answer["event_id"])
    (kept,) = backend.events
    assert fields.items() <= kept.items()
    assert (kept["metadata"], kept["source_name"], kept["event_id"]) == ({"a": None}, "python_sdk", answer["event_id"])


def test_a_repeat_is_answered_with_the_first(backend: Backend, clock: Clock) -> None:
    trace_id = get(backend)["trace_id"]
    first = track(backend, trace_id=trace_id, value=1)
    clock.moment += timedelta(hours=1)
    assert track(backend, trace_id=trace_id, value=2) == {**first, "is_duplicate": True}
    assert [event["value"] for event in backend.events] == [1]


def test_another_name_or_trace_is_no_repeat(backend: Backend) -> None:
    backend.define_event("other")
    trace_id = get(backend)["trace_id"]
    track(backend, trace_id=trace_id)
    assert not track(backend, "other", trace_id)["is_duplicate"]
    assert not track(backend)["is_duplicate"]
    assert len(backend.events) == 3


def test_a_repeat_is_checked_like_the_first(backend: Backend) -> None:
    trace_id = get(backend)["trace_id"]
    track(backend, "purchase_completed", trace_id, metadata={"order_id": "1"})
    assert event_error(backend, "purchase_completed", trace_id)[0] == 400


def test_an_event_must_be_defined_and_active(backend: Backend) -> None:
    backend.define_event("off", is_active=False)
    for name in ("unknown", "off"):
        status, text = event_error(backend, name)
        assert (status, name in text) == (404, True)


def test_the_definition_is_sought_in_the_workspace_of_the_trace(backend: Backend) -> None:
    backend.add_prompt("elsewhere", [{"user_prompt": "x"}], workspace="other")
    backend.define_event("theirs", workspace="other")
    trace_id = get(backend, "elsewhere")["trace_id"]
    assert track(backend, "theirs", trace_id)["status"] == "success"
    assert event_error(backend, "sign_up", trace_id)[0] == 404
    assert event_error(backend, "theirs")[0] == 404


def test_an_unknown_or_expired_trace_has_no_definitions(backend: Backend, clock: Clock) -> None:
    assert event_error(backend, "sign_up", "evt_unknown")[0] == 404
    trace_id = get(backend)["trace_id"]
    clock.moment += timedelta(days=30)
    assert track(backend, trace_id=trace_id)["status"] == "success"
    clock.moment += timedelta(seconds=1)
    assert event_error(backend, "sign_up", trace_id)[0] == 404


SCHEMA: list[dict[str, Any]] = [
    {"name": "text", "type": "string", "required": True},
    {"name": "size", "type": "number"},
    {"name": "flag", "type": "boolean"},
    {"name": "plain"},
    {"name": "free", "type": "date"},
]


@pytest.mark.parametrize(
    ("metadata", "field"),
    [
        ({}, "text"),
        ({"text": 1}, "text"),
        ({"text": None}, "text"),
        ({"text": "", "size": "1"}, "size"),
        ({"text": "", "flag": 1}, "flag"),
        ({"text": "", "plain": 1}, "plain"),
        ({"size": "1", "flag": 1}, "text"),
        ({"text": "", "flag": 1, "size": "1"}, "size"),
    ],
)
def test_metadata_that_fails(backend: Backend, metadata: dict[str, Any], field: str) -> None:
    backend.define_event("checked", SCHEMA)
    status, text = event_error(backend, "checked", metadata=metadata)
    assert (status, repr(field) in text) == (400, True)


@pytest.mark.parametrize(
    "metadata",
    [
        {"text": ""},
        {"text": "x", "size": 1, "flag": False, "plain": "y", "free": [1]},
        {"text": "x", "size": True},
        {"text": "x", "size": 1.5, "unlisted": {"deep": []}},
    ],
)
def test_metadata_that_passes(backend: Backend, metadata: dict[str, Any]) -> None:
    backend.define_event("checked", SCHEMA)
    assert track(backend, "checked", metadata=metadata)["status"] == "success"


def test_wrapped_in_a_500_the_status_stays_readable(backend: Backend) -> None:
    backend.options.wrap_500 = True
    status, text = event_error(backend, "unknown")
    assert (status, ": 404: " in text) == (500, True)
    status, text = event_error(backend, "purchase_completed")
    assert (status, ": 400: " in text) == (500, True)


def test_without_offset_as_xr2_wrote_it_once(backend: Backend) -> None:
    """A repeat is read from the database, which has an offset for every moment."""
    backend.options.offsets = False
    trace_id = get(backend)["trace_id"]
    assert track(backend, trace_id=trace_id)["timestamp"] == "2026-01-15T09:30:00.123456"
    assert track(backend, trace_id=trace_id)["timestamp"] == "2026-01-15T09:30:00.123456+00:00"


def test_an_event_named_as_a_fetch_is_a_repeat_of_it(backend: Backend, clock: Clock) -> None:
    """xR2 records each fetch as an event of this name, in the same place."""
    backend.define_event("prompt_request")
    trace_id = get(backend)["trace_id"]
    clock.forward(hours=1)
    first, second = (track(backend, "prompt_request", trace_id) for _ in range(2))
    assert (first["is_duplicate"], first["timestamp"]) == (True, "2026-01-15T09:30:00.123456+00:00")
    assert first == second
    assert backend.events == []


# Keys and seeding


@pytest.mark.parametrize(("fields", "challenge"), [({"active": False}, True), ({"owner_active": False}, False)])
def test_a_key_that_does_not_count(backend: Backend, fields: dict[str, Any], challenge: bool) -> None:
    backend.add_key("bad", **fields)
    with pytest.raises(Refusal) as caught:
        backend.check_api_key(backend.authenticate("bad"))
    assert caught.value.status == 401
    assert dict(caught.value.headers) == ({"WWW-Authenticate": "Bearer"} if challenge else {})


def test_an_owner_without_a_workspace(backend: Backend) -> None:
    backend.add_key("homeless", workspace=None)
    key = backend.authenticate("homeless")
    with pytest.raises(Refusal) as caught:
        backend.check_api_key(key)
    assert (caught.value.status, type(caught.value.body["detail"])) == (404, str)
    with pytest.raises(Refusal) as caught:
        get(backend, token="homeless")
    assert (caught.value.status, type(caught.value.body["detail"])) == (404, str)
