"""Proves what the page shows of PromptRails, in words."""

from __future__ import annotations

from promptport_local.promptrails.backend import Backend
from promptport_local.promptrails.resources import RESOURCES


def test_a_table_for_each_resource(rails: Backend) -> None:
    """Keys masked, columns with titles, and how many there are in all."""
    keys, *others = rails.tables()
    assert all("…" in row[0] and row[1] in ("yes", "no") for row in keys.rows)
    assert len(others) == len(RESOURCES)
    for table, name in zip(others, RESOURCES, strict=True):
        assert table.title == name.replace("_", " ").capitalize()
        assert table.total == len(rails.records.all(name))
        assert all(len(row) == len(table.columns) for row in table.rows)
        assert all(isinstance(cell, str) for row in table.rows for cell in row)
