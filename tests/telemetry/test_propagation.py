"""Proves which headers tell a platform of a trace: those that can be sent, where a span is current."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from opentelemetry import trace
from opentelemetry.propagators.textmap import Setter, TextMapPropagator, default_setter

from promptport.telemetry.propagation import Silent, trace_headers

from .recorded import Recorded

pytestmark = pytest.mark.one_python("OpenTelemetry is the same on all")


class Propagator(TextMapPropagator):
    """Sets what it was given."""

    def __init__(self, **headers: Any) -> None:
        self._headers = headers

    @property
    def fields(self) -> set[str]:
        return set()

    def extract(self, carrier: Any, *given: Any, **named: Any) -> Any:
        """Nothing."""

    def inject(self, carrier: Any, context: Any = None, setter: Setter[Any] = default_setter) -> None:
        for name, value in self._headers.items():
            setter.set(carrier, name, value)


def headers() -> dict[str, str]:
    """The headers of a request within a span."""
    with trace.use_span(trace.NonRecordingSpan(trace.SpanContext(1, 2, is_remote=True))):
        return dict(trace_headers())


def test_where_a_span_is_current(recorded: Recorded) -> None:
    assert headers() == {"traceparent": f"00-{1:032x}-{2:016x}-00"}
    assert trace_headers() == ()
    with Silent():
        assert headers() == {}
    assert headers()


@pytest.mark.parametrize(
    "more",
    [
        {"a b": "x"},
        {"": "x"},
        {"x": ""},
        {"x": "a\r\nb: c"},
        {"x": "ü"},
        {"x": " a"},
        {"x": "a" * 8193},
    ],
)
def test_what_cant_be_sent_is_left_out(recorded: Recorded, more: dict[str, Any]) -> None:
    recorded.propagate_by(Propagator(b3="1", **more))
    assert headers() == {"b3": "1"}


@pytest.mark.parametrize("more", [{"x": 3}, {"x": None}])
def test_what_is_no_text(recorded: Recorded, more: dict[str, Any]) -> None:
    """A propagator that sets such a thing is broken, and the request goes without."""
    recorded.propagate_by(Propagator(b3="1", **more))
    assert headers() == {}


def test_nothing_is_imported_for_it() -> None:
    """Who has not imported OpenTelemetry asks nothing of it, though it is installed."""
    code = "import sys; from promptport.telemetry.propagation import trace_headers as t; t(); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "opentelemetry" not in done.stdout


def test_a_block_that_is_left_twice(recorded: Recorded) -> None:
    """As after an interrupt; or that was never entered."""
    block = Silent()
    block.__exit__()
    with block:
        assert headers() == {}
    block.__exit__()
    assert headers()
