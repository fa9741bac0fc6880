"""Proves that a fault table that is cut down still holds every operation, and every row for every class of operations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping

import pytest

from . import promptic_rows, promptrails_rows
from .pairs import by_row, pairs

TABLES = {
    "promptic": (promptic_rows.ROWS, promptic_rows.CLASSES),
    "promptrails": (promptrails_rows.ROWS, promptrails_rows.CLASSES),
}


@pytest.mark.parametrize(("rows", "classes"), TABLES.values(), ids=TABLES)
def test_what_meets(rows: Mapping[str, object], classes: Mapping[str, Hashable]) -> None:
    """At full size all pairs; otherwise all rows for one operation of each class, of which there are few, and one for each."""
    found, kinds = pairs(rows, classes, full=False), set(classes.values())

    assert 1 < len(kinds) <= 8
    assert len(set(found)) == len(found)
    assert {(row, classes[operation]) for row, operation in found} == {(row, kind) for row in rows for kind in kinds}
    assert Counter(Counter(operation for _, operation in found).values()) == {
        len(rows): len(kinds),
        1: len(classes) - len(kinds),
    }
    assert sorted((row, each) for row, met in by_row(rows, classes, full=False) for each in met) == sorted(found)
    assert set(found) < set(pairs(rows, classes, full=True))
    assert len(pairs(rows, classes, full=True)) == len(rows) * len(classes)
