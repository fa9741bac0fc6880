"""`nox -s bench -- --against REF`: F1, F2, F3 and F6 of this tree and of another revision, in alternating rounds.

Both are measured by this tree's benchmarks, each in an environment of its own, beside the same rivals.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from pathlib import Path

from .measure import Figure, Row
from .report import amount, digits, limit, read

PARTS = ("imports", "cached", "scope_cached", "calls")
ROUNDS = 3
LINE = "{:9}{:58}{:>22}{:>22}{:>9}"


def measure(python: str) -> list[Row]:
    """The rows that have a limit, measured by this interpreter."""
    run = [python, "-m", __package__ or "", "--json", *PARTS]
    done = subprocess.run(run, stdout=subprocess.PIPE, text=True, check=True, cwd=Path(__file__).parents[1])
    return [row for row in read(json.loads(done.stdout)["rows"]) if row.limit is not None]


def middle(rows: list[Row]) -> str:
    """The medians of a row's figure and of its ratio."""
    figure = statistics.median(row.ours.median for row in rows)
    ratio = statistics.median(row.ratio.median for row in rows)
    return f"{amount(Figure.of([figure]), rows[0].unit)} {digits(ratio):>8}"


def main(pythons: list[str], name: str) -> None:
    """Measure and show.

    Args:
        pythons: The interpreters of both environments, this tree's first.
        name: What the other revision is called.
    """
    rounds = []
    for turn in range(ROUNDS):
        print(f"round {turn + 1} of {ROUNDS} …", file=sys.stderr, flush=True)
        rounds.append([measure(python) for python in pythons])
    print(LINE.format("promise", "medians: our figure, and the ratio that is promised", "this tree", name, "limit"))
    for number, row in enumerate(rounds[0][0]):
        both = (middle([one[which][number] for one in rounds]) for which in range(2))
        print(LINE.format(row.promise, f"{row.what}, beside {row.rival}", *both, limit(row)))


if __name__ == "__main__":
    main([sys.executable, sys.argv[1]], sys.argv[2])
