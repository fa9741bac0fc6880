"""Proves PromptRails as a source of `promptport.Client`: what is fetched, what is not there, and who it is."""

from __future__ import annotations

import pytest

from promptport.errors import NotFound, NotSupported
from promptport.platform import Query, find
from promptport.promptrails._async.source import AsyncPromptRailsSource
from promptport.testing import Platform
from promptport_local.promptrails import settings


async def test_a_prompt(platform: Platform) -> None:
    """Its texts as they are at the platform, with their placeholders."""
    async with AsyncPromptRailsSource(**settings(platform.url("promptrails"))) as source:
        found = await source.fetch(Query("welcome"), 5.0)

    assert found.name == "welcome"
    assert "customer_name" in str(found.messages)
    assert {each["role"] for each in found.messages} <= {"system", "user"}


async def test_a_prompt_that_is_not_there(platform: Platform) -> None:
    async with AsyncPromptRailsSource(**settings(platform.url("promptrails"))) as source:
        with pytest.raises(NotFound) as caught:
            await source.fetch(Query("nowhere"), 5.0)
    assert caught.value.name == "nowhere"


async def test_its_names(platform: Platform) -> None:
    async with AsyncPromptRailsSource(**settings(platform.url("promptrails"))) as source:
        assert "welcome" in list(await source.names(5.0))


async def test_who_it_is(platform: Platform) -> None:
    """Accounts are told apart, and no key is given away."""
    given = settings(platform.url("promptrails"))
    async with (
        AsyncPromptRailsSource(**given) as one,
        AsyncPromptRailsSource(**given) as other,
        AsyncPromptRailsSource(**given | {"api_key": "another-key-0123"}) as third,
    ):
        assert one.traits == other.traits
        assert one.traits.name == "promptrails"
        assert one.traits.origin == platform.url("promptrails")
        assert one.traits.account != third.traits.account
        assert given["api_key"] not in repr(one.traits)


@pytest.mark.parametrize("status", [404, 405, 410])
async def test_a_server_without_scores(platform: Platform, status: int) -> None:
    """It is told as on a platform that never had any, with what there is instead; a trace that is not there is another thing."""
    unknown = {"status": status, "json": {"message": "Not Found"}}
    async with AsyncPromptRailsSource(**settings(platform.url("promptrails"))) as source:
        platform.script("promptrails", unknown)
        with pytest.raises(NotSupported, match=r"releases since 0\.9\.0 have none.*chat\.submit_feedback"):
            await source.score("t", "good", True, None, 5.0)
        platform.script("promptrails", {"status": 404, "json": {"error": {"code": "not_found", "message": "No trace"}}})
        with pytest.raises(NotFound, match="No trace"):
            await source.score("t", "good", True, None, 5.0)
        await source.score("t", "good", True, None, 5.0)
    assert [each.status for each in platform.requests] == [status, 404, 201]


def test_it_is_found_by_its_name() -> None:
    registration = find("promptrails")
    assert callable(registration.sync)
    assert callable(registration.async_)
    assert "api_key" in registration.variables
