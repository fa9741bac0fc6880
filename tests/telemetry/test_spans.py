"""Proves that a span begins and ends as it is said, and leaves what was current as it was."""

from __future__ import annotations

from json import JSONDecodeError
from typing import Any

import pytest
from opentelemetry import trace

from promptport.telemetry.spans import Span, current, type_of

from .recorded import Recorded

pytestmark = pytest.mark.one_python("OpenTelemetry is the same on all")


def test_a_span_that_is_entered(recorded: Recorded) -> None:
    assert current() is None
    span = Span("outer", {"a": 1})
    inside = current()
    Span("inner", {}, entered=False).end()
    assert current() is inside
    span.set({"b": "x"})
    span.end()
    span.end()
    assert current() is None
    outer, inner = recorded.spans()
    assert dict(outer.attributes or {}) == {"a": 1, "b": "x"}
    assert inner.parent == outer.context


def test_a_span_of_its_own(recorded: Recorded) -> None:
    outer = Span("outer", {})
    own = Span("own", {}, root=True, cause=current())
    own.end()
    outer.end()
    first, second = recorded.spans()
    assert second.parent is None
    assert [each.context for each in second.links] == [first.context]


def test_what_failed(recorded: Recorded) -> None:
    """Nothing of it is told but its class, and what may be."""
    for message in (None, "our words"):
        span = Span("x", {})
        span.failed(ValueError("planted"), "kind", message)
        span.end()
    first, second = recorded.spans()
    assert [each.status.description for each in (first, second)] == [None, "our words"]
    assert [dict(event.attributes or {}) for each in (first, second) for event in each.events] == [
        {"exception.type": "ValueError"},
        {"exception.type": "ValueError", "exception.message": "our words"},
    ]
    assert "planted" not in first.to_json() + second.to_json()


def test_an_interrupt_in_its_beginning(recorded: Recorded, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was current is current again, and the span has ended."""

    def interrupted(*given: Any) -> Any:
        raise KeyboardInterrupt

    monkeypatch.setattr(trace, "set_span_in_context", interrupted)
    with pytest.raises(KeyboardInterrupt):
        Span("x", {})
    assert current() is None
    assert len(recorded.spans()) == 1


def test_the_name_of_an_error() -> None:
    assert type_of(ValueError()) == "ValueError"
    assert type_of(JSONDecodeError("x", "", 0)) == "json.decoder.JSONDecodeError"
