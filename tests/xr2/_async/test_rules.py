"""Proves what is made of the errors of xR2: what it wraps, what it says of waiting, and what it must not show."""

from __future__ import annotations

from typing import Any

import pytest

from promptport.testing import Platform, without_waiting
from promptport.xr2 import APIError, AsyncxR2Client, Response, XR2Error

from ...faults.xr2_rows import SECRET


@pytest.fixture
async def client(platform: Platform):  # type: ignore[no-untyped-def] # a generator in one world, asynchronous in the other
    async with AsyncxR2Client("YOUR_PRODUCT_API_KEY", base_url=platform.url("xr2")) as made:
        yield made


def ended(response: Response[Any], status: int, kind: type[XR2Error] | None, words: str) -> None:
    """Compare a response with what it must be."""
    assert (response.status_code, type(response.exception)) == (status, kind or type(None)), response
    assert words in str(response.error)
    assert "YOUR_PRODUCT_API_KEY" not in repr(response)


@pytest.mark.parametrize(("status", "text"), [(404, "The event is not defined."), (400, "order_id is missing.")])
async def test_wrapped_500(client: AsyncxR2Client, platform: Platform, status: int, text: str) -> None:
    """xR2 wraps a refused event into a 500; it is what it holds, and is not sent again."""
    platform.script("xr2", {"status": 500, "json": {"detail": f"Internal server error: {status}: {text}"}})

    response = await client.track_event(trace_id="t", event_name="e")

    ended(response, status, APIError, text)
    assert len(platform.requests) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Internal server error: the mail server said: 404: no such box",
        "upstream: 404: nothing there",
        "Error: Internal server error: 404: x",
        "internal server error: 404: x",
        "Internal server error: 404: ",
        "Internal server error: 409: x",
        "404: x",
        "x\nInternal server error: 404: x",
    ],
)
async def test_a_500_that_merely_holds_such_words_is_a_500(
    client: AsyncxR2Client, platform: Platform, text: str
) -> None:
    """The form must be exactly the platform's: other texts, a mail server's among them, say nothing about the event."""
    platform.script("xr2", {"status": 500, "json": {"detail": text}, "times": 4})

    with without_waiting():
        ended(await client.track_event(trace_id="t", event_name="e"), 500, APIError, text.strip())
    assert len(platform.requests) == 4


async def test_wrapped_500_is_of_events_only(client: AsyncxR2Client, platform: Platform) -> None:
    """Elsewhere a 500 that happens to hold such a text is a 500."""
    platform.script("xr2", {"status": 500, "json": {"detail": "Internal server error: 404: x"}, "times": 4})

    with without_waiting():
        ended(await client.get_prompt(slug="welcome"), 500, APIError, "Internal server error: 404: x")


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


@pytest.mark.parametrize(
    "answer",
    [
        {"status": 200, "body": f'"Bearer {SECRET}"'},
        {"status": 200, "json": {SECRET: {"a": SECRET}}},
        {"status": 400, "body": "x" * 485 + SECRET},
        {"status": 404, "json": {"detail": {"message": "m", "available_versions": [SECRET]}}},
        {"status": 404, "json": {"detail": {"message": "m", "available_statuses": [SECRET]}}},
        {"status": 422, "json": {"detail": [{"loc": [SECRET], "msg": SECRET}]}},
        {"status": 400, "headers": {"Content-Type": "text/html"}, "body": f"<title>{'y' * 490} {SECRET}</title>"},
    ],
)
async def test_no_part_of_a_secret_is_seen(platform: Platform, answer: dict[str, Any]) -> None:
    """S2: a key that a platform echoes is hidden whole, wherever a text would be cut."""
    platform.script("xr2", answer)
    async with AsyncxR2Client(SECRET, base_url=platform.url("xr2")) as client:
        response = await client.get_prompt(slug="welcome")

    assert response.exception is not None
    assert SECRET[:14] not in f"{response!r} {response.exception!r} {response.exception} {vars(response.exception)}"


async def test_secret_in_another_spelling(platform: Platform) -> None:
    """S2: a key is hidden also where the platform writes it as JSON or as a part of an address."""
    secret = 'k"e\\y/+?planted'
    platform.script("xr2", {"status": 400, "json": {"detail": f"{secret} k%22e%5Cy%2F%2B%3Fplanted"}})
    async with AsyncxR2Client(secret, base_url=platform.url("xr2")) as client:
        error = (await client.check_api_key()).exception

    assert isinstance(error, XR2Error)
    assert error.message == "[hidden] [hidden]"
    assert "planted" not in f"{error} {vars(error)}"


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-1", "1" + "0" * 400, '"soon"', "[" * 900 + "]" * 900])
async def test_numbers_that_are_none(platform: Platform, value: str) -> None:
    """What a body says of waiting is taken for nothing where it makes no sense, and nothing of it crashes."""
    body = f'{{"detail": "slow down", "retry_after": {value}, "more": {value}}}'
    platform.script("xr2", {"status": 429, "headers": {"Content-Type": "application/json"}, "body": body})
    async with AsyncxR2Client("YOUR_PRODUCT_API_KEY", base_url=platform.url("xr2"), backoff_factor=0) as client:
        assert (await client.get_prompt(slug="welcome")).ok
