"""A person's terminal: texts of others, tables, and questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

UNITS = ((86_400, "d"), (3600, "h"), (60, "min"))
JsonOption = Annotated[bool, typer.Option("--json", help="For programs.")]
WIDEST = 200  # characters of what others say


def shown(text: object) -> str:
    """What somebody else says, such as a platform or a file, without what would steer the terminal."""
    return "".join(each if each.isprintable() else "?" for each in str(text))


def shown_in_line(text: object) -> str:
    """What somebody else says, as `shown`, and not more of it than a line has room for."""
    found = str(text)
    return shown(found) if len(found) <= WIDEST else f"{shown(found[:WIDEST])}..."


def table(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Rows as lines, of which the first is the head."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  " + "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip()


def age(seconds: float) -> str:
    """How old something is, in one unit; what is from the future has no age."""
    return next(
        (f"{seconds // unit:.0f} {name}" for unit, name in UNITS if seconds >= unit), f"{max(seconds, 0):.0f} s"
    )


def size(count: int) -> str:
    """How many bytes something has."""
    return f"{count:,} B" if count < 10_000 else f"{count / 1000:,.0f} kB"


def many(count: int, one: str, more: str = "") -> str:
    """How many there are of something."""
    return f"{count:,} {one if count == 1 else more or f'{one}s'}"


def confirmed(question: str) -> bool:
    """Whether a person says yes; nobody is there to answer where nothing can be read."""
    try:
        return typer.confirm(question)
    except typer.Abort:
        typer.echo(err=True)
        return False
