"""Proves what the page shows of xR2, in words."""

from __future__ import annotations

from promptport_local.xr2.backend import Backend

from ..conftest import get


def test_rows_in_words(backend: Backend) -> None:
    """Keys are masked; an event has its value with its currency."""
    trace = get(backend)["trace_id"]
    backend.track_event(trace, "purchase_completed", "s", value=99.99, currency="USD", metadata={"order_id": "o"})
    tables = {each.title: each for each in backend.tables()}
    assert all(len(row) == len(each.columns) for each in tables.values() for row in each.rows)
    assert all("…" in row[0] for row in tables["API keys"].rows)
    assert tables["Traces"].rows[0][:2] == (trace, "welcome")
    assert tables["Events"].rows[0][3] == "99.99 USD"
