"""OpenTelemetry as an application uses it, for the length of one test: what was told, in memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from opentelemetry import metrics, propagate, trace
from opentelemetry.metrics import _internal as metering
from opentelemetry.propagators.textmap import TextMapPropagator
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.util._once import Once


class Recorded:
    """What was told.

    Args:
        monkeypatch: Takes all of it away again after the test.

    Attributes:
        tracers: The application's provider of tracers.
        meters: Its provider of meters.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._propagator = propagate.get_global_textmap()
        self._spans, self._reader = InMemorySpanExporter(), InMemoryMetricReader()
        self.tracers, self.meters = (
            TracerProvider(shutdown_on_exit=False),
            MeterProvider([self._reader], shutdown_on_exit=False),
        )
        self.tracers.add_span_processor(SimpleSpanProcessor(self._spans))
        for module, name, value in (
            (trace, "_TRACER_PROVIDER", None),
            (trace, "_TRACER_PROVIDER_SET_ONCE", Once()),
            (metering, "_METER_PROVIDER", None),
            (metering, "_METER_PROVIDER_SET_ONCE", Once()),
        ):
            monkeypatch.setattr(module, name, value)

    def begin(self) -> None:
        """Set both providers, as an application does once."""
        trace.set_tracer_provider(self.tracers)
        metrics.set_meter_provider(self.meters)

    def propagate_by(self, propagator: TextMapPropagator) -> None:
        """Set the application's propagator."""
        propagate.set_global_textmap(propagator)

    def end(self) -> None:
        """Let go of all of it."""
        propagate.set_global_textmap(self._propagator)
        self.tracers.shutdown()
        self.meters.shutdown()

    def spans(self, beginning: str = "") -> list[ReadableSpan]:
        """The spans that have ended, in the order in which they began; those whose names begin so."""
        found = [each for each in self._spans.get_finished_spans() if each.name.startswith(beginning)]
        return sorted(found, key=lambda each: each.start_time or 0)

    def points(self, metric: str) -> list[tuple[dict[str, Any], Any]]:
        """What a metric has: its attributes, and the number of a counter, or the count and the sum of a histogram."""
        data = self._reader.get_metrics_data()
        found: list[tuple[dict[str, Any], Any]] = []
        for resource in [] if data is None else data.resource_metrics:
            for scope in resource.scope_metrics:
                for each in scope.metrics:
                    for point in each.data.data_points if each.name == metric else ():
                        value = point.value if hasattr(point, "value") else (point.count, point.sum)
                        found.append((dict(point.attributes or {}), value))
        return found

    def clear(self) -> None:
        """Forget the spans."""
        self._spans.clear()


@pytest.fixture
def recorded(monkeypatch: pytest.MonkeyPatch) -> Iterator[Recorded]:
    """An application's use of OpenTelemetry, from the beginning of the test."""
    made = Recorded(monkeypatch)
    made.begin()
    yield made
    made.end()


@pytest.fixture
def recorded_later(monkeypatch: pytest.MonkeyPatch) -> Iterator[Recorded]:
    """An application that has OpenTelemetry, and sets its providers when the test says so."""
    made = Recorded(monkeypatch)
    yield made
    made.end()
