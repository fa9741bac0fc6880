"""`nox -s bench`: every figure beside the rivals' and the limit, in one run. Exits with 1 where a promise is missed.

The environment holds no more than an application's: with `rich` and `click` installed, importing httpx imports them too.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.measure import Row

PARTS = (
    "imports",
    "cold",
    "render",
    "cached",
    "beside_langfuse",
    "scope_cached",
    "pages",
    "calls",
    "events",
    "telemetry",
)
LINE = "{:8}{:42}{:>12}   {:36}{:>8}{:>8}  {}"


def main(names: list[str]) -> int:
    """Measure and show all parts, or those that are named; answers the exit code.

    After `--json`, the rows are printed as a line of JSON each.
    """
    as_json = names[:1] == ["--json"]
    if not as_json:
        print(LINE.format("promise", "what", "promptport", "beside", "ratio", "limit", ""))
    missed = 0
    for part in names[as_json:] or PARTS:
        print(f"measuring {part} …", file=sys.stderr, flush=True)
        for row in import_module(f"benchmarks.{part}").rows():
            print(json.dumps(row._asdict()) if as_json else shown(row), flush=True)
            missed += not row.kept
    if as_json:
        return 0
    print(f"{missed} promises missed. scope_client is not on PyPI: `scope_cached.py` says how it is compared.")
    return 1 if missed else 0


def shown(row: Row) -> str:
    """A row as a line of the table."""
    verdict = "" if row.limit is None else "kept" if row.kept else "MISSED"
    limit = "" if row.limit is None else f"{row.limit:.3g}"
    return LINE.format(row.promise, row.what, row.ours, row.beside, f"{row.ratio:.3f}", limit, verdict).rstrip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
