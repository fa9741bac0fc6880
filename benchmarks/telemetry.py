"""What OpenTelemetry costs a kept prompt where an application uses it, beside what its SDK takes for the like by itself.

It sets the process's providers, so that it comes last.
"""

from __future__ import annotations

from collections.abc import Iterator
from tempfile import TemporaryDirectory
from typing import Any

import promptport

from .measure import OURS, Row, beside, few, in_turn, over
from .server import running

ATTRIBUTES = {"a": "xr2", "b": "welcome", "c": "1", "d": "production", "e": "cache"}


def rows(share: float) -> Iterator[Row]:
    """Measure a hit that is told, one that is not, and a span with two measurements; a share of the rounds."""
    from opentelemetry import metrics, trace
    from opentelemetry.sdk.metrics import MeterProvider
    from opentelemetry.sdk.metrics.export import InMemoryMetricReader
    from opentelemetry.sdk.trace import TracerProvider

    trace.set_tracer_provider(TracerProvider())
    metrics.set_meter_provider(MeterProvider([InMemoryMetricReader()]))
    tracer, meter = trace.get_tracer("bench"), metrics.get_meter("bench")
    counter, histogram = meter.create_counter("c"), meter.create_histogram("h")

    def alone() -> None:
        with tracer.start_as_current_span("get", attributes=ATTRIBUTES):
            counter.add(1, ATTRIBUTES)
            histogram.record(0.1, ATTRIBUTES)

    with running() as address, TemporaryDirectory() as folder:
        settings: dict[str, Any] = {"api_key": "k", "base_url": address, "disk": folder, "ttl": 86_400}
        with (
            promptport.Client("xr2", **settings) as told,
            promptport.Client("xr2", telemetry=False, **settings) as quiet,
        ):
            assert told.get("welcome").name == quiet.get("welcome").name
            found = in_turn(
                {
                    "told": lambda: told.get("welcome"),
                    "quiet": lambda: quiet.get("welcome"),
                    "SDK": alone,
                },
                few(201, share),
            )
    what = "cached get, telemetry"
    yield from beside(
        "F3", f"{what}: a span and metrics", over(found, {OURS: "told", "OpenTelemetry's SDK alone": "SDK"})
    )
    yield from beside("F3", f"{what}=False", over(found, {OURS: "quiet", "with a span and metrics": "told"}))
