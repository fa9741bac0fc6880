"""D8: a process that has accepted 1,000 events is killed while the backend is down; another one of it follows, when it is well.

The processes and the backend are those of `nox -s deaths`, which has all deaths and all backends.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.promises.deaths.backend import serving
from tests.promises.deaths.running import died
from tests.promises.deaths.sides import sides

from .measure import Row, Samples, beside, few

COUNT, ROUNDS = 1_000, 3


def rows(share: float) -> Iterator[Row]:
    """Let each client die, in turn; what is lost of 1,000 events."""
    (side, *_) = sides()
    subjects = (side.ours, *side.rivals)
    lost: Samples = {subject.name: [] for subject in subjects}
    with serving() as backend:
        for _ in range(few(ROUNDS, share)):
            for subject in subjects:
                with tempfile.TemporaryDirectory() as folder:
                    row = died(subject, backend, "down", "SIGKILL", COUNT, Path(folder))
                lost[subject.name].append(row.lost)
    yield from beside("D8", f"of {COUNT:,} events, lost by SIGKILL in an outage", lost, unit="", most=0)
