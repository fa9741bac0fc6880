"""Proves that type checkers know exactly the settings that clients take, so that a misspelt one is told before it runs."""

from __future__ import annotations

import inspect

import pytest

from promptport import AsyncClient, Client
from promptport.client.accepted import accepted_settings
from promptport.client.keywords import AsyncKeywords, Keywords
from promptport.platform import find, installed

pytestmark = pytest.mark.one_python("it compares names")

OURS = ("bundle", "files", "langfuse", "promptic", "promptrails", "scope", "xr2")
OF_LOCAL = {"prompts"}  # what a platform on this machine holds: `promptport.testing.entry`


def taken(client: type) -> set[str]:
    """The settings that a client takes: its own, and those of every platform that comes with promptport."""
    own = inspect.signature(client).parameters.values()
    found = {each.name for each in own if each.kind is inspect.Parameter.KEYWORD_ONLY}
    for name in OURS:
        registration = find(name)
        accepted = accepted_settings(registration, registration.sync)
        assert accepted is not None
        found |= {*accepted}
    return found | OF_LOCAL


def test_every_platform_of_ours_is_asked() -> None:
    assert {*OURS} == {name for name, each in installed().items() if each.value.startswith("promptport.")}


@pytest.mark.parametrize(("client", "typed"), [(Client, Keywords), (AsyncClient, AsyncKeywords)])
def test_what_is_typed_is_what_is_taken(client: type, typed: type) -> None:
    assert set(typed.__annotations__) | typed.__optional_keys__ == taken(client)  # type: ignore[attr-defined]
