"""Proves which settings a signature names, and when it does not say all."""

from __future__ import annotations

from typing import Any

from promptport.base.arguments import settings_of


def one(place: str, api_key: str, *, timeout: float = 1.0) -> None:
    """A factory that names its settings."""


def other(place: str = "", **settings: Any) -> None:
    """One that takes what comes."""


def test_the_first_is_the_place() -> None:
    assert settings_of(one) == ("api_key", "timeout")
    assert settings_of(other) is None
    assert settings_of(type) is None or isinstance(settings_of(type), tuple)  # written in C
