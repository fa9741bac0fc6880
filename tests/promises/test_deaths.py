"""Proves that nothing accepted is lost or counted twice, however its process ends, and that it ends soon (D8, D9, D10)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from .deaths.backend import Backend, serving
from .deaths.dying import DEATHS
from .deaths.running import Subject, died

FULL = os.environ.get("PROMISES") == "full"
OURS = [Subject("outbox", "ours_outbox")]
BACKENDS = ["well", "down", "hung", "dropped"]
SOME = ("exit without close", "SIGKILL")  # at small size only these meet a backend for which one waits until the end
ROWS = [(death, mode) for death in DEATHS for mode in BACKENDS if FULL or mode == "well" or death in SOME]
pytestmark = pytest.mark.one_python("what a process leaves on disk is no matter of its Python")


@pytest.fixture(scope="module")
def backend() -> Iterator[Backend]:
    """One backend for all."""
    with serving() as found:
        yield found


@pytest.mark.promise("D8", "D9", "D10")
@pytest.mark.parametrize(("death", "mode"), ROWS)
@pytest.mark.parametrize("subject", OURS, ids=lambda each: each.name)
def test_d8_nothing_is_lost(
    backend: Backend, tmp_path: Path, size: float, subject: Subject, mode: str, death: str
) -> None:
    """D8: what was accepted is delivered, by the process itself or the next one, and counted once."""
    count = max(int(1000 * size), 10)
    row = died(subject, backend, mode, death, count, tmp_path)
    print(f"D8: {row[:-1]}")
    assert row.accepted == count
    assert (row.lost, row.doubled) == (0, 0), row.said
    assert row.by_itself + row.by_the_next == count
    assert not FULL or (row.seconds or 0) < 2.0
    assert list(tmp_path.rglob("*.spool")) == []
