"""What was measured, as a table for people and as JSON for the page and the figures."""

from __future__ import annotations

import json
import math
import os
import platform
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from importlib.metadata import version
from pathlib import Path
from typing import Any

from .measure import Figure, Row

SAVED = Path(__file__).parents[1] / "docs" / "figures" / "benchmarks.json"
PACKAGES = (
    "promptport", "aiohttp", "chevron", "httpx", "httpx2", "jinja2", "langfuse", "openai", "promptic-sdk", "promptrails",
    "xr2-sdk",
)  # fmt: skip
SCALES = {
    "s": ((1e-6, 1e9, "ns"), (1e-3, 1e6, "µs"), (1.0, 1e3, "ms"), (float("inf"), 1.0, "s")),
    "B": ((2.0**20, 2.0**-10, "KiB"), (float("inf"), 2.0**-20, "MiB")),
    "": ((float("inf"), 1.0, ""),),
}
LINE = "{:9}{:58}{:>28}   {:32}{:>28}{:>22}{:>9}  {}"
HEADS = ("promise", "what", "promptport", "beside", "", "ratio", "limit", "")


def amount(figure: Figure, unit: str) -> str:
    """A figure with its spread, in the unit that suits it: `1.23 ms (1.2-1.3)`, with an en dash."""
    _, factor, name = next(each for each in SCALES[unit] if abs(figure.median) < each[0])
    median, low, high = (digits(each * factor) for each in figure)
    return f"{median} {name}".rstrip() + (f" ({low}\N{EN DASH}{high})" if low != high else "")


def digits(number: float) -> str:
    """A number with two or three significant digits, and never with an exponent."""
    if math.isinf(number):
        return "\N{INFINITY}"
    if abs(number) >= 99.95 or number == int(number):
        return f"{number:,.0f}"
    if abs(number) >= 0.0995:
        return f"{number:.1f}" if abs(number) >= 9.995 else f"{number:.2f}"
    return f"{Decimal(f'{number:.2g}'):f}"


def ratio(figure: Figure) -> str:
    """A ratio with its spread."""
    median, low, high = map(digits, figure)
    return median + (f" ({low}\N{EN DASH}{high})" if low != high else "")


def limit(row: Row) -> str:
    """What a promise allows: a ratio, or our figure with its unit."""
    if row.limit is None:
        return ""
    return amount(Figure(row.limit, row.limit, row.limit), row.unit) if row.absolute else digits(row.limit)


def verdict(row: Row) -> str:
    """Whether a promise is kept; empty where none is made."""
    return "" if row.limit is None else "kept" if row.kept else "MISSED"


def line(row: Row) -> str:
    """A row as a line of the table in a terminal."""
    ours, theirs = amount(row.ours, row.unit), amount(row.theirs, row.unit)
    return LINE.format(
        row.promise, row.what, ours, row.rival, theirs, ratio(row.ratio), limit(row), verdict(row)
    ).rstrip()


def load_average() -> float | None:
    """How many programs wanted a processor in the last minute; None where the system does not say."""
    return round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None


def document(rows: Iterable[Row], seconds: float, share: float, busy: float | None) -> dict[str, Any]:
    """All rows as JSON has them, with what they were measured on.

    Args:
        rows: What was measured.
        seconds: How long it took.
        share: The share of the rounds that was wanted.
        busy: The load average before it.
    """
    return {
        "measured on": {
            "python": platform.python_version(),
            "system": platform.system(),
            "cores": os.cpu_count(),
            "load average before": busy,
            "seconds": round(seconds),
            "share of the rounds": share,
        },
        "releases": {name: version(name) for name in PACKAGES},
        "rows": [{**row._asdict(), "kept": row.kept} for row in rows],
    }


def save(found: dict[str, Any], file: Path) -> None:
    """Write what was measured, a row a line."""
    rows = ",\n  ".join(json.dumps(each, ensure_ascii=False) for each in found["rows"])
    rest = json.dumps({name: each for name, each in found.items() if name != "rows"}, indent=1)
    file.write_text(f'{rest[:-2]},\n "rows": [\n  {rows}\n ]\n}}\n', encoding="utf-8")


def load(file: Path = SAVED) -> tuple[dict[str, Any], list[Row]]:
    """Read what `save` wrote: the document, and its rows."""
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found, list(read(found["rows"]))


def read(rows: Sequence[dict[str, Any]]) -> Iterator[Row]:
    """The rows of a document."""
    for each in rows:
        given = {name: each[name] for name in Row._fields}
        figures = {name: Figure(*each[name]) for name in ("ours", "theirs", "ratio")}
        yield Row(**given | figures)
