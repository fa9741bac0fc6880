"""Proves that a tracer and instruments are asked for once a provider, of either age of OpenTelemetry."""

from __future__ import annotations

from typing import Any

import pytest
from opentelemetry.metrics import NoOpMeter

from promptport.telemetry.signals import Signals

from .recorded import Recorded

pytestmark = pytest.mark.one_python("OpenTelemetry is the same on all")


def test_once_a_provider(recorded_later: Recorded) -> None:
    signals = Signals()
    before = signals.tracer(), signals.instruments()
    assert before == (signals.tracer(), signals.instruments())
    recorded_later.begin()
    after = signals.tracer(), signals.instruments()
    assert after[0] is not before[0]
    assert after[1] is not before[1]
    assert after[0] is signals.tracer()
    assert after[1] is signals.instruments()


def test_an_older_release(recorded: Recorded, monkeypatch: pytest.MonkeyPatch) -> None:
    """It has no argument for the bounds of buckets."""

    class Meter(NoOpMeter):
        def create_histogram(self, name: str, unit: str = "", description: str = "") -> Any:  # type: ignore[override]
            return name

    monkeypatch.setattr(recorded.meters, "get_meter", lambda *given, **named: Meter("m"))
    assert Signals().instruments()[1:] == ("promptport.get.duration", "promptport.get.age")
