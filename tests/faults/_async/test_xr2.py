"""Proves what the errors of xR2 are made of: what it wraps, what it says of waiting, and what it must not show."""

from __future__ import annotations

import time
from typing import Any

import pytest

from promptport.testing import Platform, without_waiting
from promptport.xr2 import APIError, AsyncxR2Client, Response, XR2Error


@pytest.fixture
async def client(platform: Platform):  # type: ignore[no-untyped-def] # a generator in one world, asynchronous in the other
    async with AsyncxR2Client("YOUR_PRODUCT_API_KEY", base_url=platform.url("xr2")) as made:
        yield made


def ended(response: Response[Any], status: int, kind: type[XR2Error] | None, words: str) -> None:
    """Compare a response with what it must be."""
    assert (response.status_code, type(response.exception)) == (status, kind or type(None)), response
    assert words in str(response.error)
    assert "YOUR_PRODUCT_API_KEY" not in repr(response)


async def test_timeout_is_one_attempt_and_deadline_the_call(platform: Platform) -> None:
    """`timeout` bounds an attempt, the answer included; after the last one the call ends."""
    platform.script("xr2", {"delay": 20.0, "times": 2})
    client = AsyncxR2Client(
        "YOUR_PRODUCT_API_KEY", base_url=platform.url("xr2"), timeout=0.15, total_retries=1, backoff_factor=0
    )
    began = time.monotonic()
    async with client:
        response = await client.check_api_key()

    ended(response, 0, APIError, "No whole answer came in time")
    assert len(platform.requests) == 2
    assert time.monotonic() - began < 10


async def test_name_that_does_not_exist() -> None:
    """An address that nobody has is an error that says so."""
    async with AsyncxR2Client("k", base_url="http://does-not-exist.invalid") as client:
        with without_waiting():
            ended(await client.check_api_key(), 0, APIError, "There is no connection to the platform")
