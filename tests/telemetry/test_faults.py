"""Proves that what OpenTelemetry raises harms nobody, and is told once, without what it says."""

from __future__ import annotations

import logging

import pytest

from promptport.telemetry.faults import Harmless


def test_an_error(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setattr("promptport.telemetry.faults._logged", set())
    with caplog.at_level(logging.DEBUG, "promptport"):
        for error in (ValueError("planted"), ValueError("planted"), KeyError("planted")):
            with Harmless("a thing"):
                raise error
    assert [each.getMessage() for each in caplog.records] == [
        f"OpenTelemetry failed at a thing ({name}); further failures of the kind are not logged"
        for name in ("ValueError", "KeyError")
    ]


@pytest.mark.parametrize("interrupt", [KeyboardInterrupt, SystemExit, GeneratorExit])
def test_an_interrupt(interrupt: type[BaseException]) -> None:
    """It is the caller's."""
    with pytest.raises(interrupt), Harmless("a thing"):
        raise interrupt
