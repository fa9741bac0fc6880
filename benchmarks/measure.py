"""How speed is measured: rivals in turn, in one run, so that a machine that slows down slows them all; medians and ratios."""

from __future__ import annotations

import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping
from time import perf_counter
from typing import NamedTuple


class Row(NamedTuple):
    """A line of the table.

    Attributes:
        promise: Its number in the list of promises.
        what: What was measured.
        ours: Our figure, with its unit.
        beside: What it is compared with, with its figure.
        ratio: Ours through theirs; our figure where the promise is one: a difference in milliseconds (F6), microseconds (F5).
        limit: What the promise allows; None where the line only informs.
    """

    promise: str
    what: str
    ours: str
    beside: str
    ratio: float
    limit: float | None = None

    @property
    def kept(self) -> bool:
        """Whether the promise is kept."""
        return self.limit is None or self.ratio <= self.limit


def in_turn(calls: Mapping[str, Callable[[], object]], rounds: int = 31, seconds: float = 0.004) -> dict[str, float]:
    """The median seconds of one call of each, measured in alternating rounds.

    Args:
        calls: What is measured, by name.
        rounds: How many rounds.
        seconds: How long each takes in a round.
    """
    loops = {name: max(1, int(seconds / max(_once(call, 50), 1e-9))) for name, call in calls.items()}
    found: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(rounds):
        for name, call in calls.items():
            found[name].append(_once(call, loops[name]))
    return {name: statistics.median(times) for name, times in found.items()}


def _once(call: Callable[[], object], times: int) -> float:
    began = perf_counter()
    for _ in range(times):
        call()
    return (perf_counter() - began) / times


def fresh(statements: Mapping[str, str], rounds: int = 15) -> dict[str, float]:
    """The median seconds that statements take in an interpreter of their own, measured in alternating rounds.

    Args:
        statements: What is measured, by name.
        rounds: How many rounds.
    """
    code = "from time import perf_counter as p; t = p(); exec({!r}); print(p() - t)"
    found: dict[str, list[float]] = {name: [] for name in statements}
    for _ in range(rounds):
        for name, statement in statements.items():
            done = subprocess.run(
                [sys.executable, "-I", "-c", code.format(statement)], capture_output=True, text=True, check=True
            )
            found[name].append(float(done.stdout))
    return {name: statistics.median(times) for name, times in found.items()}
