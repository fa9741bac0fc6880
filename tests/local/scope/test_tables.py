"""Proves what the page shows of Scope, in words."""

from __future__ import annotations

from promptport_local.scope.backend import Backend

from .conftest import issue


def test_rows_in_words(scope: Backend) -> None:
    """Keys and tokens are masked, statuses and truth values are words."""
    issue(scope)
    applications, prompts, tokens = scope.tables()
    assert applications.columns == ("Organisation", "Key", "Enabled", "Reads prompts")
    assert all(row[2] in ("yes", "no") for row in applications.rows)
    assert len(prompts.rows) == sum(len(each["versions"]) for each in scope.prompts)
    assert all(len(row) == len(prompts.columns) for row in prompts.rows)
    assert (len(tokens.rows), tokens.total) == (1, 1)
    assert tokens.rows[0][0].endswith("…")
