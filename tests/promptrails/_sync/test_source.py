# Made from tests/promptrails/_async/test_source.py by `python tools/unasync.py`: change that file, never this one.
"""Proves PromptRails as a source of `promptport.Client`: what is fetched, what is not there, and who it is."""

from __future__ import annotations

import pytest

from promptport.errors import NotFound, NotSupported
from promptport.platform import Query, find
from promptport.promptrails._sync.source import PromptRailsSource
from promptport.testing import Platform
from promptport_local.promptrails import settings


def test_a_prompt(platform: Platform) -> None:
    """Its texts as they are at the platform, with their placeholders."""
    with PromptRailsSource(**settings(platform.url("promptrails"))) as source:
        found = source.fetch(Query("welcome"), 5.0)

    assert found.name == "welcome"
    assert "customer_name" in str(found.messages)
    assert {each["role"] for each in found.messages} <= {"system", "user"}


def test_a_prompt_that_is_not_there(platform: Platform) -> None:
    with PromptRailsSource(**settings(platform.url("promptrails"))) as source:
        with pytest.raises(NotFound) as caught:
            source.fetch(Query("nowhere"), 5.0)
    assert caught.value.name == "nowhere"


def test_its_names(platform: Platform) -> None:
    with PromptRailsSource(**settings(platform.url("promptrails"))) as source:
        assert "welcome" in list(source.names(5.0))


def test_who_it_is(platform: Platform) -> None:
    """Accounts are told apart, and no key is given away."""
    given = settings(platform.url("promptrails"))
    with (
        PromptRailsSource(**given) as one,
        PromptRailsSource(**given) as other,
        PromptRailsSource(**given | {"api_key": "another-key-0123"}) as third,
    ):
        assert one.traits == other.traits
        assert one.traits.name == "promptrails"
        assert one.traits.origin == platform.url("promptrails")
        assert one.traits.account != third.traits.account
        assert given["api_key"] not in repr(one.traits)


@pytest.mark.parametrize("status", [404, 405, 410])
def test_a_server_without_scores(platform: Platform, status: int) -> None:
    """It is told as on a platform that never had any, with what there is instead; a trace that is not there is another thing."""
    unknown = {"status": status, "json": {"message": "Not Found"}}
    with PromptRailsSource(**settings(platform.url("promptrails"))) as source:
        platform.script("promptrails", unknown)
        with pytest.raises(NotSupported, match=r"releases since 0\.9\.0 have none.*chat\.submit_feedback"):
            source.score("t", "good", True, None, 5.0)
        platform.script("promptrails", {"status": 404, "json": {"error": {"code": "not_found", "message": "No trace"}}})
        with pytest.raises(NotFound, match="No trace"):
            source.score("t", "good", True, None, 5.0)
        source.score("t", "good", True, None, 5.0)
    assert [each.status for each in platform.requests] == [status, 404, 201]


def test_it_is_found_by_its_name() -> None:
    registration = find("promptrails")
    assert callable(registration.sync)
    assert callable(registration.async_)
    assert "api_key" in registration.variables
