"""Proves how spans hang together, where they go, and that no exporter breaks an application."""

from __future__ import annotations

import logging
from typing import Any

import pytest

from promptport.errors import ConfigurationError
from promptport.promptrails.tracing import SpanExporter, Tracer

from .conftest import Kept


def test_children_have_their_parents_trace_and_session(tracer: Tracer, kept: Kept) -> None:
    with tracer.span("root", kind="agent", session_id="s") as root:
        with tracer.span("child") as child:
            assert tracer.current_span() is child
        other = tracer.start_span("other", session_id="t")
        assert tracer.current_span() is root
        below = tracer.start_span("below", parent=other)
        below.end()
        other.end()
    tracer.start_span("elsewhere").end()
    spans = kept.by_name()
    assert list(spans) == ["child", "below", "other", "root", "elsewhere"]
    assert {each["trace_id"] for each in kept.spans[:4]} == {root.trace_id} != {spans["elsewhere"]["trace_id"]}
    parents = {name: each.get("parent_span_id") for name, each in spans.items()}
    assert parents == {
        "child": root.span_id,
        "other": root.span_id,
        "below": other.span_id,
        "root": None,
        "elsewhere": None,
    }
    assert {name: each.get("session_id") for name, each in spans.items()} == {
        "child": "s",
        "other": "t",
        "below": "t",
        "root": "s",
        "elsewhere": None,
    }


def test_a_span_of_one_tracer_is_the_parent_of_anothers(tracer: Tracer, kept: Kept) -> None:
    with tracer.span("root") as root:
        Tracer(exporter=kept).start_span("child").end()
    assert kept.spans[0]["parent_span_id"] == root.span_id


def test_an_exporter_of_the_applications_own(tracer: Tracer, kept: Kept) -> None:
    assert sum(tracer.flush()[:4]) == 0
    tracer.shutdown()
    assert kept.calls == ["flush", "shutdown"]


def test_an_exporter_that_fails(caplog: pytest.LogCaptureFixture) -> None:
    class Failing(Kept):
        def submit(self, payload: dict[str, Any]) -> None:
            raise RuntimeError("full")

    with caplog.at_level(logging.ERROR, "promptrails.tracing"), Tracer(exporter=Failing()).span("x"):
        pass
    assert "A span is lost" in caplog.text


def test_a_key_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PROMPTRAILS_API_KEY", raising=False)
    for key in (None, ""):
        with pytest.raises(ValueError, match="api_key"):
            Tracer(key)
    monkeypatch.setenv("PROMPTRAILS_API_KEY", "from-environment")
    assert isinstance(Tracer(), Tracer)


@pytest.mark.parametrize("options", [{"max_batch_size": 0}, {"flush_interval": -1}, {"timeout": -1}, {"http": 1}])
def test_options_out_of_bounds(options: dict[str, Any]) -> None:
    with pytest.raises(ConfigurationError):
        Tracer("key", **options)
    with pytest.raises(ConfigurationError):
        SpanExporter(object())  # type: ignore[arg-type]
