"""How copies of prompts are shown: as lines for people, as data for programs. Nothing of a prompt but its name is seen."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from ..cache.listing import Listed
from . import terminal
from .terminal import many, size
from .terminal import shown_in_line as shown

COLUMNS = ("NAME", "VERSION", "LABEL", "AGE", "SIZE", "SOURCE")


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
        yield from terminal.table([COLUMNS, *(_row(each, source) for each in group)])


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
    return f"{many(len(copies), 'copy', 'copies')} ({size(sum(each.size for each in copies))})"


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
    return name, version, shown(copy.label or "-"), _age(copy), size(copy.size), where


def _seconds(copy: Listed) -> float:
    return max(time.time() - copy.since, 0.0)


def _age(copy: Listed) -> str:
    return "-" if copy.name is None else terminal.age(_seconds(copy))
