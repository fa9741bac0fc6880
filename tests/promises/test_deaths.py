"""Proves that nothing accepted is lost or counted twice, however its process ends, and that it ends soon (D8 to D10, D13)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from .deaths.backend import Backend, serving
from .deaths.dying import DEATHS
from .deaths.living import WAYS
from .deaths.running import Row, Subject, died, killed, outlasted

FULL = os.environ.get("PROMISES") == "full"
TRACK = Subject("track", "ours_track")
SPANS = [Subject("Promptic's spans", "ours_promptic"), Subject("PromptRails' spans", "ours_rails")]
OURS = [TRACK, *SPANS]
BACKENDS = ["well", "down", "hung", "dropped"]
# At small size: what differs from the others, and how the spans fare in one of them.
SOME = [
    (TRACK, "exit without close", "well"), (TRACK, "_exit in a child", "well"), (TRACK, "exception", "down"),
    (TRACK, "SIGKILL", "hung"), (TRACK, "SIGTERM", "dropped"), *((each, "SIGKILL", "well") for each in SPANS),
]  # fmt: skip
ROWS = [(who, death, mode) for who in OURS for death in DEATHS for mode in BACKENDS] if FULL else SOME
LIVING = [way for way in WAYS if way not in ("threads", "an outage")]
SOME_LIVING = [(TRACK, "fork"), (TRACK, "interrupts")]
WHOLE = 0.5  # seconds that Python itself may take to end
pytestmark = [
    pytest.mark.one_python("what a process leaves on disk is no matter of its Python"),
    pytest.mark.skipif(not hasattr(os, "fork"), reason="this system can't fork"),
]


@pytest.fixture(scope="module")
def backend() -> Iterator[Backend]:
    """One backend for all."""
    with serving() as found:
        yield found


def kept(row: Row, backend: Backend, folder: Path) -> None:
    """See that all was kept that was accepted, and nothing is left."""
    print(f"D8: {row[:-1]}")
    assert (row.lost, row.doubled, backend.taken()["poisoned"]) == (0, 0, 0), row.said
    assert row.by_itself + row.by_the_next == row.accepted
    assert list(folder.rglob("*.spool")) == [], row.said


@pytest.mark.promise("D8", "D9", "D10")
@pytest.mark.parametrize(("subject", "death", "mode"), ROWS, ids=lambda each: getattr(each, "module", each))
def test_d8_nothing_is_lost(
    backend: Backend, tmp_path: Path, size: float, subject: Subject, death: str, mode: str
) -> None:
    """D8: what was accepted is delivered, by the process itself or the next one, and counted once; D10: within two seconds."""
    count = max(int(1000 * size), 10)
    row = died(subject, backend, mode, death, count, tmp_path)
    assert row.accepted == count
    kept(row, backend, tmp_path)
    assert not FULL or (row.seconds or 0) < 2.0 + WHOLE


@pytest.mark.promise("D8", "D13", "D19")
@pytest.mark.parametrize(
    ("subject", "way"),
    [(who, way) for who in OURS for way in LIVING] if FULL else SOME_LIVING,
    ids=lambda each: getattr(each, "module", each),
)
def test_d13_d19_whatever_a_process_does(
    backend: Backend, tmp_path: Path, size: float, subject: Subject, way: str
) -> None:
    """D13: forks and `multiprocessing`; D19: handlers of signals, and interrupts, after which five calls are good."""
    count = int((2000 if way == "interrupts" else 500) * size)
    kept(died(subject, backend, "well", way, count, tmp_path), backend, tmp_path)


@pytest.mark.promise("D8")
@pytest.mark.parametrize("subject", OURS if FULL else SPANS[1:], ids=lambda each: each.module)
def test_d8_kills_at_random_moments(backend: Backend, tmp_path: Path, size: float, subject: Subject) -> None:
    """D8: a thousand kills, one after the other, of a process with four threads that accept as fast as they can."""
    most = 5 if subject is TRACK else 100  # of one thread: xR2 takes one event with two requests
    row = killed(subject, backend, max(int(1000 * size) // len(OURS), 3), most, tmp_path)
    kept(row, backend, tmp_path)


@pytest.mark.promise("D9")
def test_d9_a_slow_platform_is_never_asked_twice_at_once(backend: Backend, tmp_path: Path, size: float) -> None:
    """D9: xR2 looks first and then writes, here for 0.3 s: a process is killed meanwhile, and the next poisons no trace."""
    kept(killed(TRACK, backend, max(int(100 * size), 1), 2, tmp_path, seconds=0.3), backend, tmp_path)


@pytest.mark.promise("D8", "D9")
@pytest.mark.parametrize("subject", OURS if FULL else SPANS[1:], ids=lambda each: each.module)
def test_d8_ten_minutes_of_503(backend: Backend, tmp_path: Path, size: float, subject: Subject) -> None:
    """D8: ten minutes of 503, by the clock of the process: all is delivered when they are over, and few requests were made."""
    row = outlasted(subject, backend, max(600 * size, 6), 20, tmp_path)
    kept(row, backend, tmp_path)
    assert row.by_itself == row.accepted, "the process itself outlasts it"
    asked = sum(backend.taken()["requests"].values())
    print(f"D8: {asked} requests for {row.accepted} entries, an outage included")
