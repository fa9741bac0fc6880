"""What the tests of Promptic's tracing share: each begins as a process does, before anybody has set tracing up."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from .traced import begin_anew


@pytest.fixture(autouse=True)
def as_a_process_begins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No tracer provider, no key, no variables, and an outbox of the test's own."""
    for name in os.environ:
        if name.startswith(("PROMPTIC_", "OTEL_", "LANGSMITH_", "OPENAI_")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("PROMPTPORT_OUTBOX_DIR", str(tmp_path / "outbox"))
    begin_anew()
    yield
    begin_anew()
