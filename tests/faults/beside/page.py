"""The figures of `docs/fault-table.md`, made from what a run has saved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from . import events
from .running import Ended
from .table import SUMMARY, Found, disfavour, summary

BEGIN, END = "<!-- figures: made by `nox -s faults` -->", "<!-- end of the figures -->"


def found_in(data: dict[str, Any]) -> Found:
    """What was found, from what was saved."""
    return Found([Ended(**each) for each in data["calls"]], [events.Handed(**each) for each in data["events"]])


def figures(found: Found) -> str:
    """The tables of the page: the calls of each client, where ours and theirs end differently, and the events."""
    return "\n".join(
        [
            "### Calls",
            "",
            *_table(SUMMARY, summary(found.calls)),
            "",
            "### Events, spans and scores",
            "",
            f"Of {events.COUNT} that each process hands over. `no end`: it was killed after {events.MOST:.0f} s.",
            "",
            *_table(("platform", "fault", "client", *events.COLUMNS), map(events.cells, found.events)),
            "",
            "### In our disfavour",
            "",
            *(f"- {each}" for each in disfavour(found) or ["nothing"]),
        ]
    )


def rewritten(page: str, found: Found) -> str:
    """A page with other figures between its marks."""
    head, _, rest = page.partition(BEGIN)
    _, _, tail = rest.partition(END)
    return f"{head}{BEGIN}\n\n{figures(found)}\n\n{END}{tail}"


def write(path: Path, found: Found) -> None:
    """Put the figures into a page."""
    path.write_text(rewritten(path.read_text("utf-8"), found), encoding="utf-8")


def _table(heads: Sequence[str], lines: Iterable[Sequence[object]]) -> list[str]:
    rule = "|".join("---" for _ in heads)
    return [f"| {' | '.join(heads)} |", f"|{rule}|", *(f"| {' | '.join(map(str, line))} |" for line in lines)]
