"""Proves how an xR2 call ends whatever the platform does: the outcome, the error, and the number of requests."""

from __future__ import annotations

import time
from typing import Any

import pytest

from promptport.testing import Platform, without_waiting
from promptport.xr2 import APIError, AsyncxR2Client, AuthenticationError, PromptNotFoundError, Response, XR2Error

HTML = {"headers": {"Content-Type": "text/html"}, "body": "<html><head><title>Sorry, busy</title></head></html>"}
OK = {"ok": True, "user": "u"}
DETAIL = {"error": "API rate limit exceeded", "message": "Used up."}

# What the platform answers; the status, the class and a part of the text of the error (None: a success); requests.
FAULTS: dict[str, tuple[dict[str, Any], int, type[XR2Error] | None, str, int]] = {
    "one 503": ({"status": 503}, 200, None, "", 2),
    "three 500": ({"status": 500, "times": 3}, 200, None, "", 4),
    "500 for ever": ({"status": 500, "json": {"detail": "broken"}, "times": 4}, 500, APIError, "broken", 4),
    "502 as a page": ({"status": 502, "times": 4, **HTML}, 502, APIError, "an HTML page: Sorry, busy", 4),
    "504, empty": ({"status": 504, "times": 4}, 504, APIError, "HTTP status 504, without a word", 4),
    "520": ({"status": 520, "times": 4, "body": "web server is down"}, 520, APIError, "web server is down", 4),
    "408": ({"status": 408}, 200, None, "", 2),
    "429, no Retry-After": ({"status": 429, "json": {"detail": DETAIL}, "times": 4}, 429, APIError, "Used up.", 4),
    "429 as a page": ({"status": 429, **HTML}, 200, None, "", 2),
    "429, Retry-After fits": ({"status": 429, "headers": {"Retry-After": "2"}}, 200, None, "", 2),
    "429, Retry-After too long": ({"status": 429, "headers": {"Retry-After": "300"}}, 429, APIError, "retry after 300 s", 1),
    "429, retry_after in the body": (
        {"status": 429, "json": {"detail": "slow down", "retry_after": 300}}, 429, APIError, "slow down", 1),
    "429, reset_time in the body": (
        {"status": 429, "json": {"detail": {**DETAIL, "reset_time": "2999-01-01T00:00:00Z"}}}, 429, APIError, "Used up.", 1),
    "429, Retry-After is nonsense": ({"status": 429, "headers": {"Retry-After": "soon"}}, 200, None, "", 2),
    "429, Retry-After negative": ({"status": 429, "headers": {"Retry-After": "-1"}}, 200, None, "", 2),
    "400": ({"status": 400, "json": {"detail": "no"}}, 400, APIError, "no", 1),
    "401": ({"status": 401, "json": {"detail": "no such key"}}, 401, AuthenticationError, "XR2_API_KEY", 1),
    "403 as a page": ({"status": 403, **HTML}, 403, AuthenticationError, "an HTML page: Sorry, busy", 1),
    "404": ({"status": 404, "json": {"detail": "owner has no workspace"}}, 404, PromptNotFoundError, "workspace", 1),
    "404, message null": ({"status": 404, "json": {"detail": {"message": None}}}, 404, PromptNotFoundError, "detail", 1),
    "409, message null": ({"status": 409, "json": {"detail": {"message": None, "error": "Clash"}}}, 409, APIError, "Clash", 1),
    "422 list": ({"status": 422, "json": {"detail": [{"type": "missing", "loc": ["body", "slug"], "msg": "Field required"}]}},
                 422, APIError, "body.slug: Field required", 1),
    "422, broken JSON": ({"status": 422, "json": {"detail": [{"loc": ["body", 3], "msg": "bad"}, "odd"]}}, 422, APIError,
                         "body.3: bad", 1),
    "redirect": ({"status": 302, "headers": {"Location": "https://evil.example/"}}, 302, APIError, "302", 1),
    "redirect to itself": ({"status": 307, "headers": {"Location": "/"}}, 307, APIError, "307", 1),
    "304": ({"status": 304}, 304, APIError, "304", 1),
    "detail is null": ({"status": 400, "json": {"detail": None}}, 400, APIError, "null", 1),
    "detail is a number": ({"status": 400, "json": {"detail": 3}}, 400, APIError, "3", 1),
    "error is a list": ({"status": 400, "json": [1, 2]}, 400, APIError, "[1,", 1),
    "200 as a page": ({"status": 200, **HTML}, 0, APIError, "expected JSON", 1),
    "200, empty": ({"status": 200, "body": ""}, 0, APIError, "an empty body", 1),
    "200, a list": ({"status": 200, "json": []}, 0, APIError, "expected an object, found a list", 1),
    "200, no field": ({"status": 200, "json": {"slug": "s"}}, 0, APIError, "version_number: expected a value", 1),
    "200, wrong kind": ({"status": 200, "json": {"slug": ["s"], "version_number": 1, "status": "s", "trace_id": "t"}}, 0,
                        APIError, "slug: expected a plain value, found a list", 1),
    "200 that says it failed": ({"status": 200, "json": {"ok": False, "error": "no", "slug": "s", "version_number": 1,
                                 "status": "s", "trace_id": "t"}}, 200, None, "", 1),
    "204": ({"status": 204}, 0, APIError, "an empty body", 1),
    "no answer, once": ({"drop": True}, 200, None, "", 2),
    "no answer": ({"drop": True, "times": 4}, 0, APIError, "The connection broke", 4),
    "cut short": ({"truncate": 20, "times": 4}, 0, APIError, "The connection broke", 4),
    "gzip that lies": ({"status": 200, "headers": {"Content-Encoding": "gzip"}, "body": "no gzip", "times": 4}, 0, APIError,
                       "compressed wrongly", 4),
}  # fmt: skip


@pytest.fixture
async def client(platform: Platform):  # type: ignore[no-untyped-def] # a generator in one world, asynchronous in the other
    async with AsyncxR2Client("YOUR_PRODUCT_API_KEY", base_url=platform.url("xr2")) as made:
        yield made


def ended(response: Response[Any], status: int, kind: type[XR2Error] | None, words: str) -> None:
    """Compare a response with what it must be."""
    assert (response.status_code, type(response.exception)) == (status, kind or type(None)), response
    assert words in str(response.error)
    assert "YOUR_PRODUCT_API_KEY" not in repr(response)


@pytest.mark.parametrize("fault", FAULTS)
async def test_get_prompt(client: AsyncxR2Client, platform: Platform, fault: str) -> None:
    """Every fault ends in a good answer or in an error of ours, after no more requests than are of use."""
    answer, status, kind, words, requests = FAULTS[fault]
    platform.script("xr2", answer)

    with without_waiting():
        ended(await client.get_prompt(slug="welcome"), status, kind, words)

    assert len(platform.requests) == requests


@pytest.mark.parametrize(("status", "text"), [(404, "The event is not defined."), (400, "order_id is missing.")])
async def test_wrapped_500(client: AsyncxR2Client, platform: Platform, status: int, text: str) -> None:
    """xR2 wraps a refused event into a 500; it is what it holds, and is not sent again."""
    platform.script("xr2", {"status": 500, "json": {"detail": f"Failed to record the event: {status}: {text}"}})

    response = await client.track_event(trace_id="t", event_name="e")

    ended(response, status, APIError, text)
    assert len(platform.requests) == 1


async def test_wrapped_500_is_of_events_only(client: AsyncxR2Client, platform: Platform) -> None:
    """Elsewhere a 500 that happens to hold such a text is a 500."""
    platform.script("xr2", {"status": 500, "json": {"detail": "Failed: 404: x"}, "times": 4})

    with without_waiting():
        ended(await client.get_prompt(slug="welcome"), 500, APIError, "Failed: 404: x")


async def test_the_platforms_own_wrapping(client: AsyncxR2Client, platform: Platform) -> None:
    """The same against the local platform's behaviour."""
    platform.backend("xr2").options.wrap_500 = True
    trace_id = (await client.get_prompt(slug="welcome")).unwrap().trace_id

    ended(await client.track_event(trace_id=trace_id, event_name="nope"), 404, APIError, "nope")
    assert [each.status for each in platform.requests] == [200, 500]


async def test_quota(client: AsyncxR2Client, platform: Platform) -> None:
    """A used-up quota ends the call at once, since it returns tomorrow, and the error carries the time."""
    platform.script("xr2", {"status": 429, "json": {"detail": {
        "error": "API rate limit exceeded", "message": "Used up.", "current_usage": 100, "max_requests_per_day": 100,
        "reset_time": "2999-01-01T00:00:00Z"}}})  # fmt: skip

    error = (await client.get_prompt(slug="welcome")).exception

    assert isinstance(error, XR2Error)
    assert error.code == "API rate limit exceeded"
    assert error.details["max_requests_per_day"] == 100
    assert error.retry_after is not None
    assert error.retry_after > 1e9
    assert len(platform.requests) == 1


async def test_timeout_is_one_attempt_and_deadline_the_call(platform: Platform) -> None:
    """`timeout` bounds an attempt, the answer included; after the last one the call ends."""
    platform.script("xr2", {"delay": 5.0, "times": 2})
    client = AsyncxR2Client(
        "YOUR_PRODUCT_API_KEY", base_url=platform.url("xr2"), timeout=0.15, total_retries=1, backoff_factor=0
    )
    began = time.monotonic()
    async with client:
        response = await client.check_api_key()

    ended(response, 0, APIError, "No whole answer came in time")
    assert len(platform.requests) == 2
    assert time.monotonic() - began < 2


@pytest.mark.parametrize("address", ["http://127.0.0.1:9", "http://does-not-exist.invalid"])
async def test_nobody_there(address: str) -> None:
    """No connection is an error that says so."""
    async with AsyncxR2Client("YOUR_PRODUCT_API_KEY", base_url=address) as client:
        with without_waiting():
            ended(await client.check_api_key(), 0, APIError, "There is no connection to the platform")


async def test_secret_that_the_platform_echoes(platform: Platform) -> None:
    """A key that comes back in an error is cut out of everything that can be seen."""
    secret = "xr2_prod_planted0123456789"
    platform.script("xr2", {"status": 400, "headers": {"X-Request-Id": f"r-{secret}"}, "json": {
        "detail": {"message": f"bad key {secret}", "error": secret, "list": [{secret: secret}]}}})  # fmt: skip
    async with AsyncxR2Client(secret, base_url=platform.url("xr2")) as client:
        response = await client.check_api_key()

    assert isinstance(response.exception, XR2Error)
    assert secret not in f"{response!r} {response.exception!r} {vars(response.exception)} {client!r} {vars(client)}"
    assert response.exception.request_id == "r-[hidden]"
