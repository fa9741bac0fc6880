"""The tracer and the instruments of the process, made anew where an application sets another provider.

This module imports OpenTelemetry, so that it is imported where an application has done so, and there alone.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from opentelemetry import metrics, trace

from .._version import __version__
from .names import AGE_SECONDS, CALLS, CALLS_UNIT, DURATION, DURATION_SECONDS, SCHEMA_URL, SCOPE, SECONDS, SERVED_AGE


class Instruments(NamedTuple):
    """What is measured.

    Attributes:
        calls: Counts what `get` came to.
        duration: How long callers waited.
        age: How old was what stood in for an answer of the platform.
    """

    calls: Any
    duration: Any
    age: Any


class Signals:
    """Asks OpenTelemetry for them, once a provider."""

    def __init__(self) -> None:
        self._tracer: tuple[Any, Any] = None, None  # the provider, and what it gave: in one, since threads share them
        self._instruments: tuple[Any, Instruments | None] = None, None

    def tracer(self) -> Any:
        """What makes spans."""
        provider = trace.get_tracer_provider()
        known, tracer = self._tracer
        if known is not provider:
            tracer = provider.get_tracer(SCOPE, __version__, schema_url=SCHEMA_URL)
            self._tracer = provider, tracer
        return tracer

    def instruments(self) -> Instruments:
        """What counts and measures."""
        provider = metrics.get_meter_provider()
        known, found = self._instruments
        if found is None or known is not provider:
            meter = provider.get_meter(SCOPE, __version__, schema_url=SCHEMA_URL)
            found = Instruments(
                meter.create_counter(CALLS, CALLS_UNIT, "What `get` came to, by where the prompt came from."),
                _histogram(meter, DURATION, "How long callers of `get` waited.", DURATION_SECONDS),
                _histogram(meter, SERVED_AGE, "How old an older copy or a fallback was that was served.", AGE_SECONDS),
            )
            self._instruments = provider, found
        return found


def _histogram(meter: Any, name: str, description: str, bounds: tuple[float, ...]) -> Any:
    try:
        return meter.create_histogram(name, SECONDS, description, explicit_bucket_boundaries_advisory=bounds)
    except TypeError:  # a release before 1.30, which knows no bounds
        return meter.create_histogram(name, SECONDS, description)


signals = Signals()
