"""Proves what observers of attempts and the log are told: every attempt, and never a secret."""

from __future__ import annotations

import logging

import httpx
import pytest

from promptport.http.hooks import Attempt, AttemptResult, Hook
from promptport.promptic import AsyncPrompticClient
from promptport.testing import Platform, without_waiting
from promptport.xr2 import AsyncxR2Client

KEY = "YOUR_PRODUCT_API_KEY"


class Watch(Hook):
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.attempts: list[Attempt] = []
        self.results: list[AttemptResult] = []

    def before(self, attempt: Attempt) -> None:
        self.attempts.append(attempt)

    def after(self, attempt: Attempt, result: AttemptResult) -> None:
        self.results.append(result)


async def test_hooks_and_log(platform: Platform, caplog: pytest.LogCaptureFixture) -> None:
    """Every attempt is told, before and after, and logged in one line; a hook that fails changes nothing."""
    told: list[Attempt | AttemptResult] = []

    class Watch:
        def before(self, attempt: Attempt) -> None:
            told.append(attempt)
            raise RuntimeError("a hook's own mistake")

        def after(self, attempt: Attempt, outcome: AttemptResult) -> None:
            told.append(outcome)

    platform.script("xr2", {"status": 503})
    with caplog.at_level(logging.DEBUG, logger="promptport"):
        async with AsyncxR2Client(KEY, base_url=platform.url("xr2"), backoff_factor=0, hooks=[Watch()]) as client:
            assert (await client.check_api_key()).ok

    assert [each.number for each in told if isinstance(each, Attempt)] == [1, 2]
    assert [each.status for each in told if isinstance(each, AttemptResult)] == [503, 200]
    assert {each.url for each in told if isinstance(each, Attempt)} == {f"{platform.url('xr2')}/api/v1/check-api-key"}
    lines = [
        each.getMessage() for each in caplog.records if each.levelno == logging.DEBUG and each.name == "promptport"
    ]
    assert len(lines) == 2
    assert "check_api_key attempt 1" in lines[0]
    assert KEY not in caplog.text


async def test_hooks_and_log_see_no_secret(caplog: pytest.LogCaptureFixture) -> None:
    """What a library says of a failure may hold the key; observers and the log get it hidden."""
    told: list[str] = []

    class Watch:
        def before(self, attempt: Attempt) -> None:
            told.append(repr(attempt))

        def after(self, attempt: Attempt, outcome: AttemptResult) -> None:
            told.append(repr(outcome))

    def fail(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadError(f"broke off after {request.headers['authorization']}")

    with caplog.at_level(logging.DEBUG), without_waiting():
        transport = httpx.MockTransport(fail)
        async with AsyncxR2Client("planted-key", transport=transport, hooks=[Watch()]) as client:
            response = await client.check_api_key()

    assert "broke off after Bearer [hidden]" in str(response.error)
    assert len(told) == 8
    assert "planted-key" not in f"{told} {response!r} {caplog.text}"


async def test_the_headers_of_an_attempt(platform: Platform) -> None:
    """An observer sees what is sent; the key is there by its name alone."""
    watch = Watch()
    async with AsyncxR2Client(KEY, base_url=platform.url("xr2"), hooks=[watch]) as client:
        assert (await client.get_prompt(slug="welcome")).ok

    (attempt,) = watch.attempts
    assert attempt.headers["Authorization"] == "[hidden]"
    assert attempt.headers["Content-Type"] == "application/json"
    assert (attempt.platform, attempt.operation, attempt.number, attempt.method) == ("xr2", "get_prompt", 1, "POST")


async def test_an_answer_without_its_cookies(platform: Platform) -> None:
    """An observer sees the answer, its cookies left out and a key that it repeats cut out."""
    watch = Watch()
    headers = {"Set-Cookie": "session=abcdef", "X-Echo": KEY}
    platform.script("xr2", {"status": 200, "headers": headers, "json": {"user": KEY}})
    async with AsyncxR2Client(KEY, base_url=platform.url("xr2"), hooks=[watch]) as client:
        assert (await client.check_api_key()).ok

    answer = watch.results[0].answer
    assert answer is not None
    assert "set-cookie" not in answer.headers
    assert answer.headers["x-echo"] == "[hidden]"
    assert answer.content == b'{"user":"[hidden]"}'


async def test_a_query_is_not_told() -> None:
    """What stands behind the question mark may be a person's."""
    watch = Watch()
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json={"data": []}))
    async with AsyncPrompticClient(api_key="k", transport=transport, hooks=[watch]) as client:
        await client.list_experiments(status="completed")

    assert watch.attempts[0].url == "https://promptic.eu/api/v1/experiments"


async def test_a_failure_is_told_with_its_reason() -> None:
    """Where no answer came there is no status, but a reason."""
    watch = Watch()

    def fail(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadTimeout("nothing came")

    with without_waiting():
        async with AsyncxR2Client("k", total_retries=0, transport=httpx.MockTransport(fail), hooks=[watch]) as client:
            assert not (await client.check_api_key()).ok

    (result,) = watch.results
    assert (result.status, result.timeout, result.answer) == (0, True, None)
    assert result.problem == "nothing came"
