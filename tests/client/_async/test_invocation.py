"""Proves that the block of `invocation` delivers at its end what was reported in it, and what an earlier process has left."""

from __future__ import annotations

import pytest

from promptport import AsyncClient
from promptport.testing import Platform

from ..known import VALUES, XR2

pytestmark = pytest.mark.one_python("it goes over the wire as everything does")


async def test_it_delivers_at_its_end(platform: Platform) -> None:
    """Also where the block raises; the error goes on."""
    async with AsyncClient("xr2", **XR2.settings(platform, disk=False)) as client:
        async with client.invocation(60.0):
            client.track((await client.get("welcome")).render(VALUES), "sign_up")
        books = client.health()["reports"][0]
        assert (books["delivered"], books["waiting"]) == (1, 0)

        async def fail() -> None:
            async with client.invocation(60.0):
                client.track((await client.get("welcome")).render(VALUES), "sign_up")
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            await fail()
        books = client.health()["reports"][0]
        assert (books["delivered"], books["waiting"]) == (2, 0)


async def test_its_end_takes_no_longer_than_it_may(platform: Platform) -> None:
    """What is not delivered by then waits."""
    async with AsyncClient("xr2", **XR2.settings(platform, disk=False)) as client:
        platform.script("xr2", {"status": 503, "operation": "track_event", "times": None})
        async with client.invocation(timeout=0.05):
            client.track((await client.get("welcome")).render(VALUES), "sign_up")
        assert client.health()["reports"][0]["waiting"] == 1
        platform.reset()


async def test_a_client_that_is_closed_within_it(platform: Platform) -> None:
    """What was reported is delivered by then; no error hides the one of the block."""
    client = AsyncClient("xr2", **XR2.settings(platform, disk=False))
    rendered = (await client.get("welcome")).render(VALUES)

    async def fail() -> None:
        async with client.invocation(60.0):
            client.track(rendered, "sign_up")
            await client.aclose()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    assert len(platform.backend("xr2").events) == 1
