"""Proves what can be asked of a platform, by what it has."""

from __future__ import annotations

from typing import Any

import pytest

from promptport.client.query import checked_query
from promptport.errors import ArgumentError, NotSupported
from promptport.platform import Query, Traits

ANY = Traits("any", "memory")
NONE = Traits("none", "memory", labels=(), versions="")
TWO = Traits("two", "memory", labels=("production", "latest"))


@pytest.mark.parametrize(
    ("traits", "asked"),
    [
        (ANY, ("p", None, None)),
        (ANY, ("p", 3, None)),
        (ANY, ("p", "v1", None)),
        (ANY, ("p", None, "whatever")),
        (TWO, ("p", None, "latest")),
    ],
)
def test_what_can_be_asked(traits: Traits, asked: tuple[str, Any, Any]) -> None:
    assert checked_query(traits, *asked) == Query(*asked)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("", None, None), "name is a text"), ((3, None, None), "name is a text"), (("p", True, None), "version is a number"),
        (("p", "", None), "version is a number"), (("p", 1.5, None), "version is a number"), (("p", None, ""), "label is a text"),
        (("p", None, 3), "label is a text"), (("p", 1, "x"), "not for both"),
    ],
)  # fmt: skip
def test_what_makes_no_sense(asked: tuple[Any, Any, Any], told: str) -> None:
    with pytest.raises(ArgumentError, match=told):
        checked_query(ANY, *asked)


@pytest.mark.parametrize(
    ("traits", "asked", "told"),
    [
        (NONE, ("p", 1, None), "none has one version of each prompt"),
        (NONE, ("p", None, "x"), "it has none: leave `label` out"),
        (TWO, ("p", None, "draft"), "it has production, latest"),
    ],
)
def test_what_the_platform_has_not(traits: Traits, asked: tuple[str, Any, Any], told: str) -> None:
    with pytest.raises(NotSupported, match=told):
        checked_query(traits, *asked)
