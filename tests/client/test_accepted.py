"""Proves which settings a platform says that it takes, and what an error makes of a misspelt one."""

from __future__ import annotations

import inspect
from importlib import import_module
from typing import Any

import pytest

from promptport.client.accepted import accepted_settings, unknown_setting
from promptport.platform import Registration, find
from promptport.scope.config import ClientOptions

# Of each room its client, and what its source takes besides: an account's name, and on Scope the account itself, and options.
CLIENTS = {
    "promptic": ("PrompticClient", {"account"}),
    "promptrails": ("PromptRails", {"account"}),
    "scope": ("ScopeClient", {"account", "org_id", "api_key", "api_secret", *ClientOptions.__optional_keys__}),
    "xr2": ("xR2Client", {"account"}),
}


def named(place: str, *, depth: int = 1) -> Any:
    """A factory that names its settings."""


def passing(place: str, **settings: Any) -> Any:
    """A factory that hands on whatever it is given."""


@pytest.mark.parametrize(
    ("registration", "expected"),
    [
        (Registration(named, passing), ("depth",)),
        (Registration(passing, named), ("depth",)),
        (Registration(passing, passing), None),
        (Registration(passing, passing, settings=("height",)), ("height",)),
    ],
)
def test_what_is_accepted(registration: Registration, expected: tuple[str, ...] | None) -> None:
    assert accepted_settings(registration, registration.sync) == expected


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("dept", "There is no setting 'dept'; did you mean depth?"),
        ("colour", "There is no setting 'colour'; there are depth, height."),
        ("a\x1b[2J", r"There is no setting 'a\x1b[2J'; there are depth, height."),
        ("x" * 100, f"There is no setting '{'x' * 60}' ...; there are depth, height."),
    ],
)
def test_the_error(name: str, words: str) -> None:
    """The closest name, or all; nothing that steers a terminal, and no more of a long name than helps."""
    assert str(unknown_setting(name, ["depth", "height", "depth"])) == words
    assert "in the file" in str(unknown_setting(name, ["depth"], "the file"))
    assert str(unknown_setting("depth", [])) == "There is no setting 'depth'; there are none."


@pytest.mark.parametrize("prefix", ["", "Async"])
@pytest.mark.parametrize("room", CLIENTS)
def test_what_a_room_says_is_what_its_client_takes(room: str, prefix: str) -> None:
    """The names are written down, so that asking for them loads neither variant."""
    client, more = CLIENTS[room]
    parameters = inspect.signature(getattr(import_module(f"promptport.{room}"), prefix + client)).parameters
    kinds = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)
    taken = {name for name, each in parameters.items() if each.kind in kinds}
    settings = find(room).settings
    assert settings is not None
    assert len(settings) == len({*settings})
    assert {*settings} == taken | more
