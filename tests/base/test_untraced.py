"""Proves that nothing makes spans of what brings them, with OpenTelemetry and without."""

from __future__ import annotations

import sys

import pytest
from opentelemetry import context

from promptport.base.untraced import untraced

pytestmark = pytest.mark.one_python("it is about another library's context")


def test_all_that_instrumentations_go_by() -> None:
    keys = (
        "suppress_instrumentation",
        context._SUPPRESS_INSTRUMENTATION_KEY,
        context._SUPPRESS_HTTP_INSTRUMENTATION_KEY,
    )
    with untraced():
        assert [context.get_value(each) for each in keys] == [True] * 3
    assert [context.get_value(each) for each in keys] == [None] * 3


def test_without_opentelemetry_there_is_nothing_to_keep_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "opentelemetry.context")
    with untraced():
        pass
