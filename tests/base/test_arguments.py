"""Proves which settings a signature names, and when it does not say all."""

from __future__ import annotations

from typing import Any

from promptport.base.arguments import named, settings_of


def one(place: str, api_key: str, *, timeout: float = 1.0) -> None:
    """A factory that names its settings."""


def other(place: str = "", **settings: Any) -> None:
    """One that takes what comes."""


def third(api_key: str, /, retries: int, *more: int) -> None:
    """One whose first argument has no name for callers."""


def test_names_of_several_functions() -> None:
    assert named(one, third) == ("place", "api_key", "timeout", "retries")


def test_the_first_is_the_place() -> None:
    assert settings_of(one) == ("api_key", "timeout")
    assert settings_of(other) is None
    assert settings_of(type) is None or isinstance(settings_of(type), tuple)  # written in C
