"""Which operations meet which rows of a fault table: each of both at full size, and otherwise as many as tell all apart."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping
from itertools import cycle, islice, product

from ..conftest import FULL


def by_row(rows: Collection[str], classes: Mapping[str, Hashable], full: bool = FULL) -> list[tuple[str, list[str]]]:
    """Each row with the operations that meet it, for one test of all of them: starting a test costs as much as a call.

    Args:
        rows: The names of the table's rows.
        classes: What the contract says of each operation, as far as its ends depend on it.
        full: Whether every operation meets every row.
    """
    found = pairs(rows, classes, full)
    return [(row, [operation for name, operation in found if name == row]) for row in rows]


def pairs(rows: Collection[str], classes: Mapping[str, Hashable], full: bool = FULL) -> list[tuple[str, str]]:
    """Rows and operations that meet.

    Args:
        rows: The names of the table's rows.
        classes: What the contract says of each operation, as far as its ends depend on it. Operations of one class end alike.
        full: Whether every operation meets every row. Otherwise the first one of each class does, which stands for its class,
            and each other one meets the next row in turn.
    """
    if full:
        return list(product(rows, classes))
    first = {kind: operation for operation, kind in reversed(list(classes.items()))}
    turn = cycle(rows)
    return [
        (row, operation)
        for operation, kind in classes.items()
        for row in (rows if first[kind] == operation else islice(turn, 1))
    ]
