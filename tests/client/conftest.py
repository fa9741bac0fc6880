"""What the tests of `promptport.Client` share."""

from __future__ import annotations

import time

import pytest

from ..telemetry.recorded import recorded as recorded
from ..telemetry.recorded import recorded_later as recorded_later
from .known import ALL, Known


class Clock:
    """A clock that tests push on.

    Attributes:
        ahead: Seconds that were skipped.
    """

    def __init__(self) -> None:
        self.ahead = 0.0

    def __call__(self) -> float:
        """Seconds that only grow."""
        return time.monotonic() + self.ahead


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock of clients that are built from now on."""
    made = Clock()
    for name in ("monotonic", "now"):
        monkeypatch.setattr(f"promptport.http.clock.{name}", made)
    return made


@pytest.fixture(params=ALL)
def known(request: pytest.FixtureRequest) -> Known:
    """Each platform in turn."""
    return ALL[request.param]
