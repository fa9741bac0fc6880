"""Proves that the local xR2 serves xR2's own client, unmodified, in all its flows, and that ours passes the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from promptport.testing import Platform

from .xr2_clients import CLIENTS, Driver, driver, local_xr2, prepare

TRACE = r"evt_c0b137fe_1768469400_[0-9a-f]{8}"


@pytest.fixture(scope="module")
def running() -> Iterator[Platform]:
    """One local xR2 for the file."""
    with local_xr2() as platform:
        yield platform


@pytest.fixture
def platform(running: Platform) -> Platform:
    """The local xR2 in its one beginning, no request counted."""
    prepare(running)
    return running


@pytest.fixture(params=CLIENTS)
def kind(request: pytest.FixtureRequest) -> Any:
    """The class of each of the four clients."""
    return CLIENTS[request.param]


@pytest.fixture
def client(kind: Any, platform: Platform) -> Iterator[Driver]:
    """Each of the four clients."""
    with driver(kind, platform.url("xr2")) as made:
        yield made


def arrived(platform: Platform) -> list[str]:
    """The requests, each with the status of its answer."""
    return [f"{each.method} {each.path} {each.status}" for each in platform.requests]


def test_check_api_key(client: Driver, platform: Platform) -> None:
    """A good key answers whose it is."""
    response = client.call("check_api_key")

    assert (response.ok, response.data.ok, response.data.user) == (True, True, "alice")
    assert arrived(platform) == ["GET /api/v1/check-api-key 200"]


@pytest.mark.parametrize(
    ("choice", "version", "status"),
    [({}, 1, "production"), ({"version_number": 2}, 2, "testing"), ({"status": "draft"}, 3, "draft")],
)
def test_get_prompt(client: Driver, platform: Platform, choice: dict[str, Any], version: int, status: str) -> None:
    """The production version, a version by its number, and one by its status; each fetch has a trace of its own."""
    one, two = (client.call("get_prompt", slug="welcome", **choice).data for _ in range(2))

    assert (one.slug, one.version_number, one.status, one.source_name) == ("welcome", version, status, "python_sdk")
    assert all(re.fullmatch(TRACE, each.trace_id) for each in (one, two))
    assert one.trace_id != two.trace_id
    assert arrived(platform) == ["POST /api/v1/get-prompt 200"] * 2


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        ({"slug": "nowhere"}, "alice has no prompt 'nowhere'."),
        ({"slug": "unpublished"}, "No version of the prompt 'unpublished' is in production."),
        ({"slug": "welcome", "version_number": 9}, "The prompt 'welcome' has no version 9."),
        ({"slug": "welcome", "status": "inactive"}, "No version of the prompt 'welcome' that was asked for"),
    ],
)
def test_get_prompt_finds_nothing(client: Driver, platform: Platform, choice: dict[str, Any], words: str) -> None:
    """Each of the four ways to find nothing is a 404 as a value, in the platform's words."""
    response = client.call("get_prompt", **choice)

    assert (response.ok, bool(response), response.data, response.status_code) == (False, False, None, 404)
    assert response.error.startswith(words)
    assert arrived(platform) == ["POST /api/v1/get-prompt 404"]


def test_ab_test(client: Driver, platform: Platform) -> None:
    """While an A/B test runs, the answer names it, and has the variant's own status."""
    backend = platform.backend("xr2")
    backend.options.choice = "alternate"
    backend.add_ab_test("tone", "welcome", 2, 3, total_requests=2)

    answers = [client.call("get_prompt", slug="welcome").data for _ in range(3)]

    assert [(each.ab_test_name, each.ab_test_variant, each.status) for each in answers] == [
        ("tone", "version_a", "testing"),
        ("tone", "version_b", "draft"),
        (None, None, "production"),
    ]


def test_render(client: Driver) -> None:
    """A fetched prompt renders, with its default and its trace."""
    prompt = client.call("get_prompt", slug="welcome").data

    rendered = prompt.render({"customer_name": "Alice"})

    assert rendered.system_prompt == "You are a friendly assistant. Answer in en."
    assert (rendered.user_prompt, rendered.assistant_prompt) == ("Welcome Alice and offer your help.", None)
    assert (rendered.trace_id, rendered.variables_used) == (
        prompt.trace_id,
        {"customer_name": "Alice", "language": "en"},
    )


def test_track_event(client: Driver, platform: Platform) -> None:
    """An event is recorded as it was sent; its repeat answers the identity of the first and is not recorded."""
    trace_id = client.call("get_prompt", slug="welcome").data.trace_id
    event = {"trace_id": trace_id, "event_name": "purchase_completed", "metadata": {"order_id": "o1", "note": None}}

    first = client.call("track_event", **event, value=99.99, currency="USD", user_id="u", session_id="s").data
    again = client.call("track_event", **event, value=1.0).data

    assert (first.status, first.trace_id, first.event_name) == ("success", trace_id, "purchase_completed")
    assert first.timestamp == "2026-01-15T09:30:00.123456+00:00"
    assert (first.is_duplicate, again.is_duplicate) == (False, True)
    assert (again.event_id, again.timestamp) == (first.event_id, first.timestamp)
    sent = {**event, "source_name": "python_sdk", "value": 99.99, "currency": "USD", "user_id": "u", "session_id": "s"}
    told = {"event_id": first.event_id, "timestamp": first.timestamp}
    assert platform.backend("xr2").events == [{**sent, **told}]


@pytest.mark.parametrize(
    ("event", "status", "words"),
    [
        ({"event_name": "undefined"}, 404, "The event 'undefined' is not defined."),
        ({"event_name": "sign_up", "trace_id": "evt_0_0_0"}, 404, "The event 'sign_up' is not defined."),
        ({"event_name": "purchase_completed"}, 400, "The metadata lacks the field 'order_id'."),
        ({"event_name": "purchase_completed", "metadata": {"order_id": 1}}, 400, "The metadata field 'order_id' must"),
    ],
)
def test_refused_events(client: Driver, platform: Platform, event: dict[str, Any], status: int, words: str) -> None:
    """An event that is not defined, and one that is not as defined, are told as values, and nothing is recorded.

    The vendor's client sees the 500 that xR2 makes of either; with the statuses of its documents, both see these.
    """
    trace_id = client.call("get_prompt", slug="welcome").data.trace_id
    ours = type(client.client).__module__.startswith("promptport.")
    for wrapped in (True, False):
        platform.backend("xr2").options.wrap_500 = wrapped

        response = client.call("track_event", **{"trace_id": trace_id, **event})

        assert (response.ok, response.status_code) == (False, 500 if wrapped and not ours else status)
        assert response.error.startswith(f"Internal server error: {status}: {words}" if wrapped and not ours else words)
    assert platform.backend("xr2").events == []


def test_unknown_key(kind: Any, platform: Platform) -> None:
    """With a key that is not known every call is a 401 as a value."""
    with driver(kind, platform.url("xr2"), api_key="xr2_prod_unknown") as client:
        responses = [
            client.call("check_api_key"),
            client.call("get_prompt", slug="welcome"),
            client.call("track_event", trace_id="t", event_name="sign_up"),
        ]

    assert [(each.ok, each.status_code) for each in responses] == [(False, 401)] * 3
    assert all(each.error.startswith("The API key is not known, or was revoked.") for each in responses)


def test_status_that_is_none(client: Driver) -> None:
    """A status that xR2 does not have is a 422 as a value."""
    response = client.call("get_prompt", slug="welcome", status="nonsense")

    assert (response.ok, response.status_code) == (False, 422)
    assert "status" in response.error


def test_quota(kind: Any, platform: Platform) -> None:
    """The quota counts successful fetches; past it a fetch is a 429 as a value, and events go on."""
    platform.backend("xr2").add_key("xr2_prod_small", user="alice", quota=2)  # one fetch has been made in `prepare`

    with driver(kind, platform.url("xr2"), api_key="xr2_prod_small") as client:
        first, second = (client.call("get_prompt", slug="welcome") for _ in range(2))
        event = client.call("track_event", trace_id=first.data.trace_id, event_name="sign_up")

    assert (first.ok, second.ok, second.status_code, event.ok) == (True, False, 429, True)
    assert second.error.startswith("The daily quota of 2 requests is used up.")
    assert arrived(platform) == [
        "POST /api/v1/get-prompt 200",
        "POST /api/v1/get-prompt 429",
        "POST /api/v1/events 200",
    ]


@pytest.mark.parametrize("headers", [{}, {"Retry-After": "0"}])
def test_retries(kind: Any, platform: Platform, headers: dict[str, str]) -> None:
    """429 and 503 are tried again, `Retry-After` or not; the vendor's asyncio client tries no answer again."""
    platform.script("xr2", {"status": 429, "headers": headers}, {"status": 503, "headers": headers})
    never = kind is CLIENTS["theirs, asyncio"]

    with driver(kind, platform.url("xr2"), total_retries=2, backoff_factor=0.001) as client:
        response = client.call("check_api_key")

    assert (response.ok, len(platform.requests)) == ((False, 1) if never else (True, 3))
