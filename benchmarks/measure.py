"""How speed is measured: rivals in turn, in one run, so that a machine that slows down slows them all; medians and ratios."""

from __future__ import annotations

import json
import math
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from time import monotonic, perf_counter
from typing import NamedTuple

Samples = dict[str, list[float]]
"""What each round found, in seconds, bytes or a number, by whose it is; `OURS` stands first."""

OURS = "promptport"
OTEL = "OTEL_SDK_DISABLED"


class Figure(NamedTuple):
    """A figure over some rounds.

    Attributes:
        median: The one in the middle.
        low: The first quartile: a quarter of the rounds lies below it.
        high: The third quartile.
    """

    median: float
    low: float
    high: float

    @classmethod
    def of(cls, rounds: Sequence[float]) -> Figure:
        """The figure of what the rounds found."""
        if len(rounds) == 1:
            return cls(*(float(rounds[0]),) * 3)
        if math.inf in rounds:  # between which and another nothing lies
            return cls(statistics.median_high(rounds), min(rounds), max(rounds))
        low, median, high = statistics.quantiles(rounds, n=4, method="inclusive")
        return cls(median, low, high)


class Row(NamedTuple):
    """A line of the table: one thing measured, beside one rival.

    Attributes:
        promise: Its number in the list of promises; `-` where none is about it.
        what: What was measured.
        unit: `s`, `B`, or empty where it is a number.
        ours: Our figure.
        rival: Whose is beside it.
        theirs: Its figure.
        ratio: Ours through theirs in each round.
        limit: What the promise allows; None where the line only informs.
        absolute: Whether the limit is one of our figure, and not of the ratio.
    """

    promise: str
    what: str
    unit: str
    ours: Figure
    rival: str
    theirs: Figure
    ratio: Figure
    limit: float | None = None
    absolute: bool = False

    @property
    def kept(self) -> bool:
        """Whether the promise is kept."""
        return self.limit is None or (self.ours if self.absolute else self.ratio).median <= self.limit


def beside(
    promise: str,
    what: str,
    found: Mapping[str, Sequence[float]],
    limits: Mapping[str, float] | None = None,
    unit: str = "s",
    most: float | None = None,
) -> Iterator[Row]:
    """The rows of one thing that was measured, a row a rival.

    Args:
        promise: The promise that it is about.
        what: What was measured.
        found: What each round found, ours first. Rounds of the same number are compared with each other.
        limits: What the promise allows of the ratio, by rival.
        unit: That of the figures.
        most: What the promise allows of our figure; it stands in the first row.
    """
    (_, ours), *rivals = found.items()
    for rival, theirs in rivals:
        ratio = Figure.of([_ratio(mine, other) for mine, other in zip(ours, theirs, strict=True)])
        limit, absolute = ((limits or {}).get(rival), False) if most is None else (most, True)
        yield Row(promise, what, unit, Figure.of(ours), rival, Figure.of(theirs), ratio, limit, absolute)
        most = None


def _ratio(ours: float, theirs: float) -> float:
    if theirs:
        return ours / theirs
    return math.inf if ours else 1.0  # of what is counted, both may be none


@contextmanager
def only_prompts() -> Iterator[None]:
    """A block in which langfuse is built for its prompts alone: without tracing, which others are measured with later."""
    before = os.environ.get(OTEL)
    os.environ[OTEL] = "true"
    try:
        yield
    finally:
        del os.environ[OTEL]
        if before is not None:
            os.environ[OTEL] = before


def few(rounds: int, share: float) -> int:
    """How many rounds there are where only a share of them is wanted: three at the least."""
    return max(3, round(rounds * share))


def in_turn(calls: Mapping[str, Callable[[], object]], rounds: int, seconds: float = 0.0005) -> Samples:
    """The seconds of one call of each, in alternating rounds.

    Args:
        calls: What is measured, by name.
        rounds: How many rounds.
        seconds: How long each takes in a round: so short that what else the machine does meets all alike.
    """
    loops = {name: max(1, int(seconds / max(_least(call, seconds), 1e-9))) for name, call in calls.items()}
    found: Samples = {name: [] for name in calls}
    for _ in range(rounds):
        for name, call in calls.items():
            found[name].append(_once(call, loops[name]))
    return found


def _least(call: Callable[[], object], seconds: float) -> float:
    """About how long a call takes: the first may import, and any may be held up by another program."""
    return min(_once(call, 1 if _once(call, 1) > seconds else 50) for _ in range(5))


def _once(call: Callable[[], object], times: int) -> float:
    began = perf_counter()
    for _ in range(times):
        call()
    return (perf_counter() - began) / times


AFTER = """
def peak():
    try:
        with open("/proc/self/status") as file:  # Linux alone says it of this program, and not of the one before it
            return next(int(line.split()[1]) * 1024 for line in file if line.startswith("VmHWM"))
    except OSError:
        return 0
"""
"""What a measured program knows: `peak`, the bytes that it had of memory at the most, or 0 where nobody says."""


def processes(programs: Mapping[str, str], rounds: int, names: Mapping[str, str] | None = None) -> dict[str, Samples]:
    """What programs take in a process of their own, in alternating rounds; a round before them compiles what is imported.

    Args:
        programs: What is measured, by name; each calls `done` where what is measured is over, with the bytes of memory where
            it counts them itself.
        rounds: How many rounds.
        names: What they know, by name.

    Returns:
        By kind: `since start`, the seconds since the process was begun; `seconds`, those of the program alone, `peak`, the most
        memory in bytes.
    """
    given = "".join(f"{name} = {value!r}\n" for name, value in (names or {}).items())
    found: dict[str, Samples] = {kind: {name: [] for name in programs} for kind in ("since start", "seconds", "peak")}
    for at in range(rounds + 1):
        for name, program in programs.items():
            told = (
                f"{given}{AFTER}\nimport time\n"
                "def done(memory=None): print([time.monotonic(), time.perf_counter() - begun, memory or peak()], flush=True)\n"
                f"begun = time.perf_counter()\nexec({program!r})"
            )
            began = monotonic()  # the same clock in all processes
            ended = subprocess.run([sys.executable, "-I", "-c", told], capture_output=True, text=True, check=False)
            if ended.returncode:
                raise RuntimeError(f"{name} failed:\n{ended.stderr}")
            if at:
                over, seconds, most = json.loads(ended.stdout.splitlines()[-1])
                for kind, figure in (("since start", over - began), ("seconds", seconds), ("peak", most)):
                    found[kind][name].append(figure)
    return found


def over(samples: Samples, names: Mapping[str, str], less: str | None = None) -> Samples:
    """Some of what was found, in this order and by other names.

    Args:
        samples: What was found.
        names: By which name each is to stand.
        less: The name of what is taken off each, round by round.
    """
    least = samples[less] if less else None
    return {
        name: [each - (least[at] if least else 0) for at, each in enumerate(samples[whose])]
        for name, whose in names.items()
    }
