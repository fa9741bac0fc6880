"""What the tests of what is told to OpenTelemetry share."""

from __future__ import annotations

from .recorded import recorded as recorded
from .recorded import recorded_later as recorded_later
