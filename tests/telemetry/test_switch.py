"""Proves when a client's calls are told, and that the look at it is never wrong about a provider that is set."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

import opentelemetry
import pytest
from opentelemetry import metrics, trace

from promptport import ConfigurationError
from promptport.telemetry.switch import Setting, Switch, check_setting

from .recorded import Recorded

pytestmark = pytest.mark.one_python("OpenTelemetry is the same on all")


def state(switch: Switch) -> tuple[bool, bool]:
    """Whether it is on, and then whether it looks idle."""
    return switch.on(), switch.idle()


def test_where_nobody_says(recorded_later: Recorded) -> None:
    switch = Switch(None)
    assert not switch.idle()  # not until it has looked
    assert state(switch) == (False, True)
    recorded_later.begin()
    assert not switch.idle()
    assert state(switch) == (True, False)


@pytest.mark.parametrize("which", ["tracers", "meters"])
def test_one_provider_is_enough(recorded_later: Recorded, which: str) -> None:
    switch = Switch(None)
    assert state(switch) == (False, True)
    if which == "tracers":
        trace.set_tracer_provider(recorded_later.tracers)
    else:
        metrics.set_meter_provider(recorded_later.meters)
    assert state(switch) == (True, False)


def test_a_provider_that_does_nothing(recorded_later: Recorded) -> None:
    trace.set_tracer_provider(trace.NoOpTracerProvider())
    metrics.set_meter_provider(metrics.NoOpMeterProvider())
    assert not Switch(None).on()


@pytest.mark.parametrize(("setting", "expected"), [(True, True), ("values", True), (False, False)])
def test_where_somebody_says(recorded: Recorded, setting: Setting, expected: bool) -> None:
    switch = Switch(setting)
    assert state(switch) == (expected, not expected)
    assert switch.values is (setting == "values")


def test_an_api_that_keeps_it_elsewhere(recorded_later: Recorded, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is asked each time then."""
    for name in ("trace", "metrics"):
        module: Any = ModuleType(f"opentelemetry.{name}")
        module.get_tracer_provider = object
        module.get_meter_provider = trace.NoOpTracerProvider
        monkeypatch.setitem(sys.modules, module.__name__, module)
        monkeypatch.setattr(opentelemetry, name, module)
    monkeypatch.delitem(sys.modules, "opentelemetry.metrics._internal")
    switch = Switch(None)
    assert state(switch) == (True, False)


@pytest.mark.parametrize("name", ["trace", "metrics"])
def test_an_api_that_is_not_whole(recorded_later: Recorded, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Nobody is told, and it is looked at again."""
    with monkeypatch.context() as patched:
        patched.setitem(sys.modules, f"opentelemetry.{name}", ModuleType(name))
        patched.setattr(opentelemetry, name, ModuleType(name))
        switch = Switch(None)
        assert not switch.on()
    recorded_later.begin()
    assert state(switch) == (True, False)


def test_what_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opentelemetry.metrics", None)
    with pytest.raises(ConfigurationError, match=r"promptport\[otel\]"):
        check_setting(True)
    assert check_setting(None) is None
    assert check_setting(False) is False
