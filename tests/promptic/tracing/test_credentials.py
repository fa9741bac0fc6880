"""Proves where traces go, and that nothing shows the key: `test_manual.py` and `test_setup.py` see what it is used for."""

from __future__ import annotations

import pytest

from promptport.errors import ConfigurationError, MissingCredential
from promptport.promptic.tracing.credentials import destination, key_and_endpoint, remember

KEY = "pk_planted_0123456789"


def test_arguments_go_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(MissingCredential, match=r"^Promptic API key is required\..*session token"):
        destination("", None)
    monkeypatch.setenv("PROMPTIC_API_KEY", "pk_other")
    monkeypatch.setenv("PROMPTIC_ENDPOINT", "")
    assert destination(None, None) == ("pk_other", "https://promptic.eu")
    monkeypatch.setenv("PROMPTIC_ENDPOINT", "http://a/")
    assert destination(KEY, None) == (KEY, "http://a")
    assert destination(KEY, "http://b/api/v1/") == (KEY, "http://b")
    with pytest.raises(ConfigurationError, match="`endpoint`"):
        destination(KEY, "b")


def test_the_first_is_remembered() -> None:
    first, second = destination(KEY, "http://a"), destination("pk_second", "http://b")
    remember(first)
    remember(second)
    assert key_and_endpoint(None, None) == first
    assert key_and_endpoint("pk_second", None) == ("pk_second", "http://a")


def test_the_key_is_not_shown() -> None:
    found = destination(KEY, None)
    assert repr(found) == "Destination('https://promptic.eu')"
    assert KEY not in repr([*found])
    with pytest.raises(ConfigurationError) as refused:
        destination(KEY + "\n", None)
    assert KEY not in str(refused.value)
