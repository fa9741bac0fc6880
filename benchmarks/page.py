"""The tables of `docs/benchmarks.md`, which are made of what was saved: `nox -s bench -- --plot` writes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from .measure import Row
from .report import amount, limit, ratio, verdict

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks.md"
BEGIN, END = "<!-- begin {}: written by `nox -s bench -- --plot` -->", "<!-- end {} -->"
HEADS = ("what", "promptport", "beside", "its figure", "ratio", "limit", "")
# What is beside ours and no rival: a limit of what can be, or something else of ours.
YARDSTICKS = (
    "the limit",
    "what is promised",
    "the cached get alone",
    "blocking",
    "with a span",
    "our drop-in",
    "OpenTelemetry",
)
SECTIONS = {
    "F1": "F1: a blocking call",
    "F2": "F2: asyncio calls",
    "F3": "F3: a prompt that is kept",
    "F4": "F4: rendering alone",
    "F5": "F5: reporting an event",
    "F6": "F6: import and first client",
    "F7": "F7: reading a page",
    "F8": "F8: cold start",
    "C6": "C6, D1, D8, D12: what goes with them",
    "-": "Beside langfuse, and what is kept in memory",
}


def written(page: str, document: Mapping[str, Any], rows: Sequence[Row]) -> str:
    """The page with the parts that are made of figures."""
    for name, lines in (
        ("conditions", conditions(document)),
        ("missed", missed(rows)),
        ("disfavour", disfavour(rows)),
        ("figures", tables(rows)),
    ):
        begin, end = BEGIN.format(name), END.format(name)
        before, rest = page.split(begin)
        page = f"{before}{begin}\n" + "\n".join(lines) + f"\n{end}{rest.split(end)[1]}"
    return page


def conditions(document: Mapping[str, Any]) -> Iterator[str]:
    """On what was measured, and beside which releases."""
    on = document["measured on"]
    share = on["share of the rounds"]
    some = "" if share == 1 else f", with {share:.0%} of the rounds"
    where = f"Python {on['python']} on {on['system']}, {on['cores']} cores, over loopback"
    busy = on["load average before"]
    yield f"Measured with {where}, in {on['seconds'] / 60:.0f} minutes{some}; load average before it: {busy}."
    yield "Releases: " + ", ".join(f"{name} {release}" for name, release in document["releases"].items()) + "."


def missed(rows: Sequence[Row]) -> Iterator[str]:
    """Promises that were not kept."""
    found = sorted((row for row in rows if not row.kept), key=lambda row: row.promise)
    for row in found:
        figure = amount(row.ours, row.unit) if row.absolute else f"{ratio(row.ratio)} of {row.rival}"
        yield f"- {row.promise}, {row.what}: {figure}, promised {limit(row)}"
    if not found:
        yield "None was missed."


def disfavour(rows: Sequence[Row]) -> Iterator[str]:
    """Where a rival needs less than ours does."""
    for row in sorted(rows, key=lambda row: row.promise):
        if row.ratio.low > 1 and not row.rival.startswith(YARDSTICKS):
            ours, theirs = amount(row.ours, row.unit), amount(row.theirs, row.unit)
            yield (
                f"- {row.what} ({row.promise}): {ours}, {row.rival} {theirs}"
                if row.promise != "-"
                else (f"- {row.what}: {ours}, {row.rival} {theirs}")
            )


def tables(rows: Sequence[Row]) -> Iterator[str]:
    """A table a promise."""
    for promise, title in SECTIONS.items():
        together = ("C6", "D1", "D8", "D12") if promise == "C6" else (promise,)
        found = [row for row in rows if row.promise in together]
        if not found:
            continue
        yield from ("", f"### {title}", "", "| " + " | ".join(HEADS) + " |", "|---" * len(HEADS) + "|")
        before = ("", "")
        for row in found:
            given = (row.what, amount(row.ours, row.unit))
            what, ours = ("", "") if given == before else given
            before = given
            cells = (what, ours, row.rival, amount(row.theirs, row.unit), ratio(row.ratio), limit(row), verdict(row))
            yield "| " + " | ".join(cells) + " |"
    yield ""


def unknown(rows: Sequence[Row]) -> set[str]:
    """Promises of rows that no table shows."""
    return {row.promise for row in rows} - {*SECTIONS, "D1", "D8", "D12"}
