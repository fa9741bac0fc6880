"""Proves that nothing which an outbox has accepted is lost or counted twice, however its process ends (D8, D9, D10)."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from time import monotonic

import pytest

from promptport.outbox.entry import Entry
from promptport.outbox.outbox import Outbox
from promptport.outbox.result import Outcome, Result
from promptport.outbox.settings import OutboxSettings

FULL = os.environ.get("PROMISES") == "full"
DYING = Path(__file__).parent / "programs" / "dying.py"
DEATHS = [
    "closed", "exit without close", "exception", "sys.exit in a thread", "SIGINT", "SIGTERM", "SIGKILL", "_exit",
    "_exit in a child",
]  # fmt: skip
BACKENDS = ["well", "down", "hung"]
SOME = ("exit without close", "SIGKILL")  # at small size only these meet a backend for which one waits until the end
ROWS = [(death, backend) for death in DEATHS for backend in BACKENDS if FULL or backend == "well" or death in SOME]
pytestmark = pytest.mark.one_python("what a process leaves on disk is no matter of its Python")


@pytest.mark.promise("D8", "D9", "D10")
@pytest.mark.parametrize(("death", "backend"), ROWS)
def test_d8_nothing_is_lost(tmp_path: Path, size: float, backend: str, death: str) -> None:
    """D8: what was accepted is delivered, by the process itself or the next one."""
    command = [sys.executable, str(DYING), str(tmp_path), backend, death, str(max(int(1000 * size), 10))]
    begun = monotonic()
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    seconds = monotonic() - begun
    print(f"D10: {death}, {backend}: {seconds:.1f} s")
    assert not FULL or seconds < 2.5, "two, and the time that it takes to begin"
    accepted = ended.stdout.split()
    assert len(accepted) == max(int(1000 * size), 10)

    delivered: list[str] = []

    async def deliver(batch: Sequence[Entry]) -> Result:
        delivered.extend(each.id for each in batch if each.body != "the parent's")
        return Result(Outcome.DELIVERED)

    settings = OutboxSettings(settle=0.0)
    with_next = Outbox(deliver, tmp_path / "spool", {"origin": "file", "account": "a"}, settings)
    books = with_next.flush(60)
    with_next.close(60)
    taken = (tmp_path / "taken").read_text().split() if (tmp_path / "taken").exists() else []
    lost = set(accepted) - set(taken) - set(delivered)
    assert not lost
    assert books.accepted + books.adopted == books.delivered + books.waiting + sum(books.aside.values())
    assert len(delivered) == len(set(delivered))
    assert not set(delivered) - set(accepted)
    # A process that dies between a delivery and its mark in the spool leaves one portion of unknown fate, at the most.
    assert len(set(taken) & set(delivered)) <= settings.batch_count
    assert list((tmp_path / "spool").iterdir()) == []
