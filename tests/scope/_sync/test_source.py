# Made from tests/scope/_async/test_source.py by `python tools/unasync.py`: change that file, never this one.
"""Proves Scope as a source of `promptport.Client`: what is fetched, what is not there, and who it is."""

from __future__ import annotations

import pytest

from promptport.errors import NotFound, NotSupported
from promptport.platform import Query, find
from promptport.scope._sync.source import ScopeSource
from promptport.testing import Platform
from promptport_local.scope import settings


def test_a_prompt(platform: Platform) -> None:
    """Its texts as they are at the platform, with their placeholders."""
    with ScopeSource(**settings(platform.url("scope"))) as source:
        found = source.fetch(Query("welcome"), 5.0)

    assert found.name == "welcome"
    assert "customer_name" in str(found.messages)
    assert {each["role"] for each in found.messages} <= {"system", "user"}


def test_a_prompt_that_is_not_there(platform: Platform) -> None:
    with ScopeSource(**settings(platform.url("scope"))) as source:
        with pytest.raises(NotFound) as caught:
            source.fetch(Query("nowhere"), 5.0)
    assert caught.value.name == "nowhere"


def test_its_names(platform: Platform) -> None:
    with ScopeSource(**settings(platform.url("scope"))) as source:
        with pytest.raises(NotSupported, match="scope can't list its prompts"):
            source.names(5.0)


def test_who_it_is(platform: Platform) -> None:
    """Accounts are told apart, and no key is given away."""
    given = settings(platform.url("scope"))
    with (
        ScopeSource(**given) as one,
        ScopeSource(**given) as other,
        ScopeSource(**given | {"api_key": "another-key-0123"}) as third,
    ):
        assert one.traits == other.traits
        assert one.traits.name == "scope"
        assert one.traits.origin == platform.url("scope")
        assert one.traits.account != third.traits.account
        assert given["api_key"] not in repr(one.traits)


def test_it_is_found_by_its_name() -> None:
    registration = find("scope")
    assert callable(registration.sync)
    assert callable(registration.async_)
    assert registration.variables["base_url"] == "SCOPE_API_URL"
