"""F5: what an event costs its caller, beside langfuse's scores, PostHog's events and a blocking call of the vendor's package.

Every run is a process of its own (`tracking.py`), in alternating rounds, beside the package as PyPI has it and nothing else.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tools.rivals import environment

from .event_server import running
from .measure import Row, Samples, beside, few

PROGRAM = Path(__file__).with_name("tracking.py")
ROOT = PROGRAM.parents[1]
ROUNDS = 3
SECONDS = 30  # for which a call that blocks is waited for
BURST, PACED = (12e-6, 50e-6), (30e-6, 80e-6)  # seconds: what the promise allows as p50 and p99
QUEUED = ("promptport", "langfuse", "posthog")
AHEAD = {"posthog": 8_000}  # its queue takes 10,000
BLOCKING = "xr2-sdk"


class Load(NamedTuple):
    """What a caller does, and in what company.

    Attributes:
        what: What the table calls it.
        limits: What is promised of p50 and p99, in seconds.
        backend: `well`, `hung`, `gone`.
        ahead: How many events wait already, so that the worker is flat out.
        paced: One a millisecond, instead of a burst.
        spinning: Whether another thread keeps the interpreter busy.
        disk_full: Whether the disk takes nothing; of those who keep nothing on disk there is no row.
    """

    what: str
    limits: tuple[float, float]
    backend: str = "well"
    ahead: int = 0
    paced: bool = False
    spinning: bool = False
    disk_full: bool = False


LOADS = (
    Load("burst, backend well", BURST),
    Load("burst, worker flat out", BURST, ahead=20_000),
    Load("burst, a thread spinning", BURST, spinning=True),
    Load("burst, backend hung", BURST, "hung"),
    Load("burst, backend gone", BURST, "gone"),
    Load("burst, disk full", BURST, "hung", disk_full=True),  # which fills the memory, too
    Load("one a ms, worker flat out", PACED, ahead=20_000, paced=True),
    Load("one a ms, backend hung", PACED, "hung", paced=True),
    Load("one a ms, backend gone", PACED, "gone", paced=True),
)
WAITING = ("burst, backend well", "burst, backend hung", "burst, backend gone")
SPANS = {"promptport.promptic": "promptic-sdk", "promptport.promptrails": "promptrails"}


def rows(share: float) -> Iterator[Row]:
    """Measure events, then spans; a share of the rounds."""
    rounds = few(ROUNDS, share)
    for load in LOADS:
        found = in_rounds(QUEUED[:1] if load.disk_full else QUEUED, load, rounds)
        if load is LOADS[0]:
            yield from beside("F5", "the first event of a process", found["first"])
        for name, most in zip(("p50", "p99"), load.limits, strict=True):
            samples = found[name] if len(found[name]) > 1 else found[name] | {"what is promised": [most] * rounds}
            yield from beside("F5", f"{load.what}, {name}", samples, most=most)
        if load.what in WAITING:
            yield from waiting(load, found["p50"]["promptport"])
    for ours, theirs in SPANS.items():
        found = in_rounds((ours, theirs), Load("", BURST), rounds)
        for name in ("p50", "p99"):
            yield from beside("F5", f"a span, as for {theirs}, burst, {name}", found[name])


def in_rounds(libraries: Sequence[str], load: Load, rounds: int) -> dict[str, Samples]:
    """What runs of each library say, in alternating rounds, by which figure it is."""
    found: dict[str, Samples] = {name: {library: [] for library in libraries} for name in ("p50", "p99", "first")}
    for _ in range(rounds):
        for library in libraries:
            count = 20_000 if load.disk_full else 2_000 if load.paced else 5_000  # 20,000 are more than memory takes
            figures = run(library, load, count)
            for name, samples in found.items():
                samples[library].append(figures[name])
    return found


def waiting(load: Load, ours: list[float]) -> Iterator[Row]:
    """What a call of the vendor's package takes, which waits for the platform."""
    what, rival = load.what.replace("burst", "an event that is waited for"), BLOCKING
    try:
        theirs = run(BLOCKING, load, 300 if load.backend == "well" else 1)["p50"]
    except subprocess.TimeoutExpired:
        rival, theirs = f"{BLOCKING}, given up", SECONDS
    yield from beside("F5", what, {"promptport": ours, rival: [theirs] * len(ours)})


def run(library: str, load: Load, count: int) -> dict[str, float]:
    """One run of one library.

    Raises:
        TimeoutExpired: It is not over after `SECONDS`.
    """
    given = {**load._asdict(), "ahead": min(load.ahead, AHEAD.get(library, load.ahead)), "count": count}
    outer = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    with running() as address, tempfile.TemporaryDirectory() as place, disk(place, load.disk_full) as full:
        ours = library.startswith("promptport")
        options, environ = ((), outer) if ours else (("-S",), outer | environment(library))
        arguments = (library, address, place, json.dumps(given | {"disk_full": full}))
        done = subprocess.run(
            [sys.executable, *options, str(PROGRAM), *arguments],
            env=environ, cwd=ROOT, timeout=SECONDS, stdout=subprocess.PIPE, text=True, check=True,
        )  # fmt: skip
    found: dict[str, float] = json.loads(done.stdout)
    return found


@contextmanager
def disk(place: str, full: bool) -> Iterator[bool]:
    """A small disk that is mounted at a place, where it is to be full; answers whether to pretend so, where nobody may mount."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", place]
    if not full or subprocess.run(mount, stderr=subprocess.DEVNULL, check=False).returncode:
        yield full
        return
    try:
        yield False
    finally:
        subprocess.run(["umount", place], check=True)
