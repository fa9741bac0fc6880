"""Proves when LangSmith is told of labels: `test_blocks.py` sees what it is told."""

from __future__ import annotations

import pytest

from promptport.promptic.tracing.langsmith import bridged, is_on


@pytest.mark.parametrize(("value", "on"), [("true", True), (" TRUE ", True), ("1", False), ("", False)])
def test_a_switch(monkeypatch: pytest.MonkeyPatch, value: str, on: bool) -> None:
    monkeypatch.setenv("LANGSMITH_OTEL_ENABLED", value)
    assert is_on("LANGSMITH_OTEL_ENABLED") is on


def test_where_it_is_not_installed_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGSMITH_OTEL_ENABLED", "true")
    monkeypatch.setitem(__import__("sys").modules, "langsmith", None)
    with bridged({"a": "b"}) as told:
        assert told is None
