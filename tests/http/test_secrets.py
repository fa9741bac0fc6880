"""Proves that secrets are cut out of whatever is said, in every spelling and wherever they stand."""

from __future__ import annotations

import json
from time import process_time
from typing import Any
from urllib.parse import quote

import pytest

from promptport.http.secrets import Secrets

from .spellings import spellings

KEYS = [
    "xr2_ab/cd+ef==",
    'k"e\\y/ +&=<ü>',
    "plainkey123456",
    "xr2_" + "a/b+" * 20,
    "🙂secret",
    's3c/r+e"t=key%41&x',
    "a&amp;b&#65;cd&lt;",
    "k%252541\\u0041xyz",
]
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


@pytest.mark.parametrize("key", KEYS)
def test_every_spelling(key: str) -> None:
    """Nothing of the key is left, wherever it stands."""
    secrets = Secrets(key)
    for each in spellings(key):
        for text in (each, f"It said {each} twice, {each}.", f"Basic {each}", json.dumps({"error": each})):
            hidden = secrets.hide(text)
            assert "[hidden]" in hidden, (each, hidden)
            assert not [left for at in range(len(each) - 11) if (left := each[at : at + 12]) in hidden], (each, hidden)


def test_what_is_no_secret_stays() -> None:
    """The rest of a text stays as it is, to the letter."""
    secrets = Secrets("xr2_ab/cd+ef==", "other-key", "short")
    text = r'100 % of {"a\"b": "caf\u00e9 %41 &amp; a+b"} and xr2_ab/cd+ef is short'
    assert secrets.hide(text) == text
    assert secrets.hide(f"{text} other%2Dkey {text}") == f"{text} [hidden] {text}"
    assert secrets.hide({"other-key": ["other-key", 1, None]}) == {"[hidden]": ["[hidden]", 1, None]}
    assert Secrets(None, "").hide("") == ""
    assert repr(secrets) == "Secrets([hidden])"


@pytest.mark.parametrize(
    "part", ["a", "%41", "\\", "QUJD", "&amp;", "b%20+", "xr2_ab/cd+e", "%2", "%25", "%", "amp;", "\\u", "&#"]
)
def test_time_grows_with_the_text(part: str) -> None:
    """No text makes it slow."""
    secrets, text = Secrets("xr2_ab/cd+ef=="), part * (300_000 // len(part))
    began = process_time()
    assert secrets.hide(text) == text
    assert process_time() - began < 2
