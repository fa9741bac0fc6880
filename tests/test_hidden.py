"""Proves that a secret is its text in every way but one."""

from __future__ import annotations

import copy
import json
import pickle

from promptport.hidden import HIDDEN, Secret, SecretBytes, encoded, shielded

TEXT = 'k"e\\y/+='


def test_a_secret_is_its_text() -> None:
    """It is sent, compared, looked up and written as any text."""
    secret = Secret(TEXT)
    assert (secret == TEXT, hash(secret) == hash(TEXT), f"{secret}", str(secret)) == (True, True, TEXT, TEXT)
    assert json.dumps({"a": secret}) == json.dumps({"a": TEXT})
    assert {TEXT: 1}[secret] == 1
    assert encoded(secret) == TEXT.encode()
    assert encoded("plain") == b"plain"
    for other in (copy.deepcopy(secret), pickle.loads(pickle.dumps(secret))):
        assert (other, type(other)) == (TEXT, Secret)


def test_its_repr_shows_nothing() -> None:
    """Wherever it stands."""
    held = [Secret(TEXT), encoded(Secret(TEXT)), {"a": (Secret(TEXT), SecretBytes(b"x"))}]
    assert repr(held) == f"[{HIDDEN}, {HIDDEN}, {{'a': ({HIDDEN}, {HIDDEN})}}]"
    assert f"{Secret(TEXT)!r}" == HIDDEN


def test_settings_by_their_names() -> None:
    """What may be a secret is hidden; what is None, or no text, stays as it is."""
    given = {
        "api_key": TEXT,
        "api_secret": TEXT,
        "access_token": TEXT,
        "proxy": TEXT,
        "base_url": "http://x",
        "retries": 1,
    }
    shown = shielded(given | {"password": None})
    assert shown == given | {"password": None}
    assert TEXT not in repr(shown)
    assert "http://x" in repr(shown)
