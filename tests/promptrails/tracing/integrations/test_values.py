"""Proves how other libraries' answers are read."""

from __future__ import annotations

from types import SimpleNamespace

from promptport.promptrails.tracing.integrations.values import first


def test_attributes_and_keys() -> None:
    """Nothing is no value, and none is something."""
    assert first(SimpleNamespace(a=None, b=0, c=1), "a", "b", "c") == 0
    assert first({"a": None, "c": 1}, "a", "b", "c") == 1
    assert first(None, "a") is None
