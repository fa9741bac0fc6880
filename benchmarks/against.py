"""`nox -s bench -- --against REF`: F1, F2, F3 and F6 of this tree and of another revision, in alternating rounds.

Both are measured by this tree's benchmarks, each in an environment of its own, beside the same rivals.
"""

from __future__ import annotations

import json
import re
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

PARTS = ("imports", "cached", "scope_cached", "calls")
ROUNDS = 3
LINE = "{:8}{:56}{:>20}{:>20}{:>8}"


def measure(python: str) -> list[dict[str, Any]]:
    """The rows that have a limit, measured by this interpreter."""
    run = [python, str(Path(__file__).with_name("run.py")), "--json", *PARTS]
    done = subprocess.run(run, stdout=subprocess.PIPE, text=True, check=True)
    return [row for row in map(json.loads, done.stdout.splitlines()) if row["limit"] is not None]


def middle(rows: list[dict[str, Any]]) -> str:
    """The medians of a row's figure and of its ratio."""
    figures = [re.split(r"(?<=\d)(?=[^\d.])", row["ours"], maxsplit=1) for row in rows]
    figure = statistics.median(float(number) for number, _ in figures)
    return f"{figure:g}{figures[0][1]} {statistics.median(row['ratio'] for row in rows):8.3f}"


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
        what = f"{row['what']}, beside {row['beside'].split()[0]}"
        print(LINE.format(row["promise"], what, *both, f"{row['limit']:.3g}"))


if __name__ == "__main__":
    main([sys.executable, sys.argv[1]], sys.argv[2])
