"""What has become of everybody's events, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Console
from rich.table import Table

from .running import Row
from .sides import Side, after_closing

SLOWER = 0.25  # seconds by which an end takes longer before it is said: two processes share a core meanwhile
Rows = Mapping[tuple[str, str, str, str], Row]
"""By side, client, backend and death."""


def show(console: Console, sides: Sequence[Side], deaths: Sequence[str], modes: Sequence[str], rows: Rows) -> None:
    """Print a table a side, what is in our disfavour, and the sums."""
    for side in sides:
        names = [each.name for each in (side.ours, *side.rivals)]
        table = _table(side.what, "death", "backend", *names)
        for death in (*deaths, *map(after_closing, deaths)):
            for mode in modes:
                found = [rows.get((side.what, name, mode, death)) for name in names]
                if any(found):
                    table.add_row(death, mode, *map(cell, found))
            table.add_section()
        console.print(table)
    console.print(sums(sides, rows))
    worse = list(disfavour(sides, rows))
    for each in worse:
        console.print(f"In our disfavour: {each}", highlight=False)
    if not worse and all((side.what, side.ours.name) in {key[:2] for key in rows} for side in sides):
        console.print("Nothing is in our disfavour.")


def _table(title: str, *heads: str) -> Table:
    """An empty table; where a terminal is narrow, nothing is cut off."""
    table = Table(title=title, title_justify="left")
    for each in heads:
        table.add_column(each, overflow="fold")
    return table


def cell(row: Row | None) -> str:
    """What has become of one process's events."""
    if row is None:
        return ""
    said = f"{row.lost:,} lost, "
    if row.doubled:
        said += f"{row.doubled:,} twice, "
    return said + seconds(row)


def seconds(row: Row) -> str:
    """How long a process took to end."""
    return "no end" if row.seconds is None else f"{row.seconds:.1f} s"


def sums(sides: Sequence[Side], rows: Rows) -> Table:
    """What has become of all events of each client."""
    heads = ("accepted", "delivered", "by the next", "lost", "doubled", "longest end", "no end")
    table = _table("in all", "client", *heads)
    for side in sides:
        for subject in (side.ours, *side.rivals):
            found = [row for (what, name, *_), row in rows.items() if (what, name) == (side.what, subject.name)]
            if not found:
                continue
            totals = [
                sum(each)
                for each in zip(
                    *((row.accepted, row.accepted - row.lost, row.by_the_next, row.lost, row.doubled) for row in found),
                    strict=True,
                )
            ]
            longest = max((row.seconds for row in found if row.seconds is not None), default=0.0)
            never = sum(row.seconds is None for row in found)
            name = f"{subject.name}, {side.what}" if subject is side.ours else subject.name
            table.add_row(name, *(f"{each:,}" for each in totals), f"{longest:.1f} s", f"{never}")
    return table


def disfavour(sides: Sequence[Side], rows: Rows) -> Iterator[str]:
    """Each case in which a rival loses or doubles less than ours does, or ends sooner."""
    for side in sides:
        for (what, name, mode, death), theirs in rows.items():
            mine = rows.get((what, side.ours.name, mode, death))
            if what != side.what or name == side.ours.name or mine is None:
                continue
            words = [f"{word} {own:,}, {name} {other:,}" for word, own, other in (
                ("lost", mine.lost, theirs.lost), ("doubled", mine.doubled, theirs.doubled),
            ) if own > other]  # fmt: skip
            if theirs.seconds is not None and (mine.seconds is None or mine.seconds > theirs.seconds + SLOWER):
                words.append(f"ends in {seconds(mine)}, {name} in {seconds(theirs)}, which loses {theirs.lost:,}")
            for each in words:
                yield f"{what}, {death}, {mode}: {each}."
