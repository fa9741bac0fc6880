"""Proves that a secret is found in whatever spelling it is echoed, in a time that grows with the text alone."""

from __future__ import annotations

import json
from time import process_time

import pytest

from promptport.http.secrets import Secrets

from .spellings import spellings

KEYS = ["xr2_ab/cd+ef==", 'k"e\\y/ +&=<ü>', "plainkey123456", "xr2_" + "a/b+" * 20, "🙂secret"]


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


def test_tokens_come_and_go() -> None:
    """A token is hidden as long as an answer may mention it; what is added for good stays."""
    secrets = Secrets("the-secret")
    secrets.add("another-secret")
    for number in range(9):
        secrets.add_token(f"token-number-{number}")
    said = secrets.hide("the-secret another-secret token-number-0 token-number-8")
    assert said == "[hidden] [hidden] token-number-0 [hidden]"
    assert len(list(secrets)) == 6


@pytest.mark.parametrize(
    "part", ["a", "%41", "\\", "QUJD", "&amp;", "b%20+", "xr2_ab/cd+e", "%2", "%25", "%", "amp;", "\\u", "&#"]
)
def test_time_grows_with_the_text(part: str) -> None:
    """No text makes it slow."""
    secrets, text = Secrets("xr2_ab/cd+ef=="), part * (300_000 // len(part))
    began = process_time()
    assert secrets.hide(text) == text
    assert process_time() - began < 2
