"""`nox -s bench`: every figure beside the rivals' and the limit, in one run. Exits with 1 where a promise is missed.

The environment holds no more than an application's: with `rich` and `click` installed, importing httpx imports them too.
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from time import monotonic

from tools.vendors.installed import InstallError

from .measure import Row
from .report import HEADS, LINE, document, line, load_average, save

PARTS = {
    "imports": "F6 and F8: what is imported, and the first client",
    "cold": "F8: a new process to its first prompt",
    "render": "F4: rendering alone",
    "cached": "F3: a prompt that is kept, beside langfuse",
    "scope_cached": "F3: a prompt that is kept, beside scope_client as published",
    "pages": "F7: a page of 10,000 records",
    "calls": "F1 and F2: a call, beside httpx, httpx2, aiohttp and xr2-sdk",
    "vendor_calls": "F1 and F2: a call, beside promptrails and promptic-sdk",
    "beside_langfuse": "Langfuse's prompts: well, asked by many (D1), and gone",
    "kept": "memory of 1,000 prompts that are kept, and of 25,000 events that wait",
    "killed": "D8: what becomes of events where a process is killed in an outage",
    "events": "F5: what an event costs its caller",
    "telemetry": "F3: what OpenTelemetry costs a prompt that is kept; it sets the process's providers, hence it comes last",
}
QUICK = 0.2


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and show all parts, or those that are named; answers the exit code."""
    given = parsed(arguments)
    logging.getLogger().addHandler(
        logging.NullHandler()
    )  # what a library says of a failure that is measured goes nowhere
    share, began, busy, rows = QUICK if given.quick else 1.0, monotonic(), load_average(), list[Row]()
    if not given.json:
        print(LINE.format(*HEADS).rstrip())
    try:
        for row in measured(given.part or list(PARTS), share, began):
            rows.append(row)
            if not given.json:
                print(line(row), flush=True)
    except InstallError as error:
        print(error, file=sys.stderr)
        return 2
    found = document(rows, monotonic() - began, share, busy)
    if given.save:
        save(found, given.save)
    if given.json:
        print(json.dumps(found, ensure_ascii=False))
        return 0
    missed = sum(not row.kept for row in rows)
    print(f"{missed} promises missed. Figures are medians, with the first and the third quartile over the rounds.")
    return 1 if missed else 0


def measured(parts: Sequence[str], share: float, began: float) -> Iterator[Row]:
    """The rows of each part as they are found; what is being measured goes to standard error."""
    for number, part in enumerate(parts, 1):
        said = f"measuring {part}, {number} of {len(parts)}, after {monotonic() - began:.0f} s …"
        print(said, file=sys.stderr, flush=True)
        yield from import_module(f"{__package__}.{part}").rows(share)


def parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The arguments, or an error that says what there is."""
    parser = argparse.ArgumentParser(
        prog="nox -s bench --",
        description="Speed and memory beside the rivals, in alternating rounds: medians, quartiles, ratios with their limits.",
        epilog="parts:\n" + "\n".join(f"  {name:16} {what}" for name, what in PARTS.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("part", nargs="*", metavar="PART", help="what to measure (default: all)")
    parser.add_argument("--quick", action="store_true", help="a fifth of the rounds: to look, not to cite")
    parser.add_argument("--json", action="store_true", help="print everything as one JSON document; the exit code is 0")
    parser.add_argument("--save", type=Path, metavar="FILE", help="write everything to a file, as JSON")
    parser.add_argument(
        "--plot", action="store_true", help="measure nothing: draw the figures, and write the page, from what was saved"
    )
    parser.add_argument(
        "--against", metavar="REF", help="F1, F2, F3 and F6 of this tree and of another revision, in turn"
    )
    given = parser.parse_args(arguments)
    for part in given.part:
        if part not in PARTS:
            parser.error(f"there is no part {part!r}; there are {', '.join(PARTS)}")
    if given.plot or given.against:
        parser.error("--plot and --against stand alone, behind `nox -s bench --`: each has an environment of its own")
    return given


if __name__ == "__main__":
    sys.exit(main())
