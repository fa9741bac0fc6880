"""Proves that answers can be seen as they came, by those who ask and in their own block only."""

from __future__ import annotations

import json

import promptport
from promptport.http.response import Response
from promptport.testing import Platform
from promptport.xr2 import AsyncxR2Client

KEY = "YOUR_PRODUCT_API_KEY"


async def test_answers_as_they_came(platform: Platform) -> None:
    """Status, headers and request id of every success inside the block; none of a failure, and none outside."""
    async with AsyncxR2Client(KEY, base_url=platform.url("xr2")) as client:
        with promptport.answers() as seen:
            platform.script("xr2", {"status": 203, "headers": {"X-Request-Id": "r1"}, "json": {"user": "u"}})
            await client.check_api_key()
            await client.get_prompt(slug="nope")
        await client.check_api_key()

    assert [(answer.status, answer.request_id, json.loads(answer.content)) for answer in seen] == [
        (203, "r1", {"user": "u"})
    ]
    assert seen[0].headers["content-type"] == "application/json"


async def test_a_block_within_a_block(platform: Platform) -> None:
    """The inner one keeps its own, and the outer one goes on after it."""
    async with AsyncxR2Client(KEY, base_url=platform.url("xr2")) as client:
        with promptport.answers() as outer:
            await client.check_api_key()
            with promptport.answers() as inner:
                await client.check_api_key()
            await client.check_api_key()

    assert (len(outer), len(inner)) == (2, 1)


def test_the_name_of_a_request() -> None:
    """Under either of its headers; None where there is none."""
    assert Response(200, {"request-id": "b"}, b"").request_id == "b"
    assert Response(200, {"request-id": "b", "x-request-id": "a"}, b"").request_id == "a"
    assert Response(200, {}, b"").request_id is None
