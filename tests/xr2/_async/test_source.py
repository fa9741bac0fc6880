"""Proves xR2 as a source of `promptport.Client`: what is fetched, what is not there, and who it is."""

from __future__ import annotations

import pytest

from promptport.errors import NotFound, NotSupported
from promptport.platform import Query, find
from promptport.testing import Platform
from promptport.xr2._async.source import AsyncXR2Source
from promptport_local.xr2 import settings


async def test_a_prompt(platform: Platform) -> None:
    """Its texts as they are at the platform, with their placeholders."""
    async with AsyncXR2Source(**settings(platform.url("xr2"))) as source:
        found = await source.fetch(Query("welcome"), 5.0)

    assert found.name == "welcome"
    assert "customer_name" in str(found.messages)
    assert {each["role"] for each in found.messages} <= {"system", "user"}


async def test_a_prompt_that_is_not_there(platform: Platform) -> None:
    async with AsyncXR2Source(**settings(platform.url("xr2"))) as source:
        with pytest.raises(NotFound) as caught:
            await source.fetch(Query("nowhere"), 5.0)
    assert caught.value.name == "nowhere"


async def test_its_names(platform: Platform) -> None:
    async with AsyncXR2Source(**settings(platform.url("xr2"))) as source:
        with pytest.raises(NotSupported, match="xr2 can't list its prompts"):
            await source.names(5.0)


async def test_who_it_is(platform: Platform) -> None:
    """Accounts are told apart, and no key is given away."""
    given = settings(platform.url("xr2"))
    async with (
        AsyncXR2Source(**given) as one,
        AsyncXR2Source(**given) as other,
        AsyncXR2Source(**given | {"api_key": "another-key-0123"}) as third,
    ):
        assert one.traits == other.traits
        assert one.traits.name == "xr2"
        assert one.traits.origin == platform.url("xr2")
        assert one.traits.account != third.traits.account
        assert given["api_key"] not in repr(one.traits)


def test_it_is_found_by_its_name() -> None:
    registration = find("xr2")
    assert callable(registration.sync)
    assert callable(registration.async_)
    assert "api_key" in registration.variables
