"""Proves that secrets are cut out of whatever is said, in every spelling and wherever they stand."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

import pytest

from promptport.http.secrets import Secrets

SECRET = 'k"e\\y/+?é planted'


@pytest.mark.parametrize(
    "written", [SECRET, json.dumps(SECRET)[1:-1], json.dumps(SECRET, ensure_ascii=False)[1:-1], quote(SECRET, "")]
)
def test_a_secret_in_every_spelling(written: str) -> None:
    """S2: as it is, as JSON has it, and as an address has it."""
    assert Secrets(SECRET).hide(f"a {written} b") == "a [hidden] b"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ([SECRET, [SECRET]], ["[hidden]", ["[hidden]"]]),
        ({SECRET: {"a": SECRET}}, {"[hidden]": {"a": "[hidden]"}}),
        (5, 5),
        (None, None),
    ],
)
def test_a_secret_inside(value: Any, shown: Any) -> None:
    """S2: names and values, however they are nested."""
    assert Secrets(SECRET).hide(value) == shown


def test_what_is_nested_too_deeply_is_left_out() -> None:
    value: Any = SECRET
    for _ in range(60):
        value = [value]
    assert "planted" not in repr(Secrets(SECRET).hide(value))


def test_a_short_secret_is_none() -> None:
    """What is so short stands in ordinary words."""
    assert Secrets("k", "abcdef").hide("a key abcdef") == "a key [hidden]"


def test_tokens_are_secret_for_a_while() -> None:
    """A token that was replaced may still be mentioned; after a few more it is forgotten."""
    secrets = Secrets()
    for number in range(6):
        secrets.add_token(f"token-number-{number}")
    assert [secrets.hide(f"token-number-{number}") for number in (5, 2)] == ["[hidden]", "[hidden]"]
    assert secrets.hide("token-number-0") == "token-number-0"
