"""Proves what the page shows of Langfuse, in words."""

from __future__ import annotations

from promptport_local.langfuse.backend import Backend


def test_rows_in_words(langfuse: Backend) -> None:
    tables = {each.title: each for each in langfuse.tables()}
    for each in tables.values():
        assert all(len(row) == len(each.columns) and all(isinstance(cell, str) for cell in row) for row in each.rows)
    assert len(tables["Prompts"].rows) == sum(len(each["versions"]) for each in langfuse.prompts)
    row = next(each for each in tables["Prompts"].rows if each[:3] == ("mail/welcome", "text", "2"))
    assert row[3:] == ("production", "mail", "Welcome {{customer_name}} by mail.", "{}", "Warmer.")
