"""How copies of prompts are shown: as lines for people, as data for programs. Nothing of a prompt but its name is seen."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from ..cache.listing import Listed
from . import terminal

COLUMNS = ("NAME", "VERSION", "LABEL", "AGE", "SIZE", "SOURCE")
UNITS = ((86_400, "d"), (3600, "h"), (60, "min"))
WIDEST = 200  # characters of what a copy says


def in_order(copies: Iterable[Listed]) -> list[Listed]:
    """Copies by platform, account, prompt and version; those that can't be read come last."""
    return sorted(copies, key=_order)


def tables(copies: Iterable[Listed], source: str) -> Iterator[str]:
    """Copies as lines, a table for each platform and account.

    Args:
        copies: The copies, in order.
        source: Where they lie.
    """
    for head, group in groupby(copies, _head):
        yield head
        rows = [COLUMNS, *(_row(each, source) for each in group)]
        widths = [max(len(row[at]) for row in rows) for at in range(len(COLUMNS))]
        for row in rows:
            yield "  " + "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip()


def as_data(copy: Listed, source: str) -> dict[str, Any]:
    """A copy as plain data. What nobody knows is None.

    Args:
        copy: The copy.
        source: Where it lies.
    """
    return {
        "platform": copy.platform or None,
        "account": copy.account or None,
        "local": copy.local,
        "name": copy.name,
        "version": copy.version,
        "label": copy.label,
        "age": None if copy.name is None else round(_seconds(copy), 1),
        "size": copy.size,
        "source": source,
        "withdrawn": copy.withdrawn,
        "key": copy.path.name,
    }


def summed(copies: list[Listed]) -> str:
    """How many copies they are, and how large together."""
    return f"{len(copies):,} {'copy' if len(copies) == 1 else 'copies'} ({_size(sum(each.size for each in copies))})"


def shown(text: object) -> str:
    """What a copy says, without what would steer the terminal, and not more than a line has room for."""
    found = str(text)
    return terminal.shown(found) if len(found) <= WIDEST else f"{terminal.shown(found[:WIDEST])}..."


def _order(copy: Listed) -> tuple[bool, str, str, str, bool, int, str, str]:
    number = copy.version if isinstance(copy.version, int) else 0
    return (
        copy.name is None,
        copy.platform,
        copy.account,
        copy.name or "",
        copy.version is not None,
        number,
        str(copy.version),
        copy.path.name,
    )


def _head(copy: Listed) -> str:
    if copy.name is None:
        return "not readable: of another release, or damaged"
    return f"{shown(copy.platform) or 'unknown platform'}, account {shown(copy.account) or 'unknown'}"


def _row(copy: Listed, source: str) -> tuple[str, ...]:
    version = "-" if copy.version is None else shown(copy.version)
    name = copy.path.name if copy.name is None else shown(copy.name)
    where = f"{source}, of a local platform" if copy.local else source
    where += ": withdrawn" if copy.withdrawn else ""
    return name, version, shown(copy.label or "-"), _age(copy), _size(copy.size), where


def _seconds(copy: Listed) -> float:
    return max(time.time() - copy.since, 0.0)


def _age(copy: Listed) -> str:
    if copy.name is None:
        return "-"
    age = _seconds(copy)
    return next((f"{age // seconds:.0f} {unit}" for seconds, unit in UNITS if age >= seconds), f"{age:.0f} s")


def _size(size: int) -> str:
    return f"{size:,} B" if size < 10_000 else f"{size / 1000:,.0f} kB"
