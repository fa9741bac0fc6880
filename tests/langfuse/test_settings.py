"""Proves where Langfuse's settings come from: the argument, then the variables in their order."""

from __future__ import annotations

import pytest

from promptport.errors import ConfigurationError
from promptport.http.timeouts import UNSET
from promptport.langfuse.settings import place_of, timeout_of


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("BASE_URL", "HOST", "TIMEOUT"):
        monkeypatch.delenv(f"LANGFUSE_{name}", raising=False)


def test_the_address(monkeypatch: pytest.MonkeyPatch) -> None:
    assert place_of(None) == "https://cloud.langfuse.com"
    monkeypatch.setenv("LANGFUSE_HOST", "http://old/")
    assert place_of(None) == "http://old"
    monkeypatch.setenv("LANGFUSE_BASE_URL", "http://new/sub/")
    assert place_of(None) == "http://new/sub"
    assert place_of("http://own") == "http://own"
    monkeypatch.setenv("LANGFUSE_BASE_URL", "")
    monkeypatch.setenv("LANGFUSE_HOST", "old")
    with pytest.raises(ConfigurationError, match="LANGFUSE_HOST"):
        place_of(None)


def test_the_timeout(monkeypatch: pytest.MonkeyPatch) -> None:
    assert timeout_of(UNSET) == 5.0
    monkeypatch.setenv("LANGFUSE_TIMEOUT", "20")
    assert timeout_of(UNSET) == 20.0
    assert timeout_of(None) is None
    assert timeout_of(1.5) == 1.5
    for odd in ("", "soon"):
        monkeypatch.setenv("LANGFUSE_TIMEOUT", odd)
        with pytest.raises(ConfigurationError, match="LANGFUSE_TIMEOUT must be a number"):
            timeout_of(UNSET)
