"""Proves what the page shows of Langfuse, in words."""

from __future__ import annotations

from promptport_local.langfuse.backend import Backend
from promptport_local.otlp import read_json_export

from ..promptic.exports import CHILD, TRACE, export, span


def test_rows_in_words(langfuse: Backend) -> None:
    langfuse.create_score({"name": "n", "value": 1, "sessionId": "s"})
    attributes = {
        "langfuse.observation.type": "generation", "langfuse.prompt.name": "tone", "langfuse.prompt.version": 1,
    }  # fmt: skip
    langfuse.take_spans(read_json_export(export(span("g", attributes=attributes), span("h", CHILD))))
    tables = {each.title: each for each in langfuse.tables()}
    for each in tables.values():
        assert all(len(row) == len(each.columns) and all(isinstance(cell, str) for cell in row) for row in each.rows)
    assert len(tables["Prompts"].rows) == sum(len(each["versions"]) for each in langfuse.prompts)
    row = next(each for each in tables["Prompts"].rows if each[:3] == ("mail/welcome", "text", "2"))
    assert row[3:] == ("production", "mail", "Welcome {{customer_name}} by mail.", "{}", "Warmer.")
    assert tables["Scores"].rows == [("n", "1", "NUMERIC", "s", "", "2026-01-15T09:30:00.123Z")]
    assert [each[:4] for each in tables["Observations"].rows] == [
        ("h", "span", TRACE, ""), ("g", "generation", TRACE, "tone version 1"),
    ]  # fmt: skip
    assert tables["Observations"].total == 2
