"""Proves that what is dropped is counted by reason, and said once for each time that it goes on."""

from __future__ import annotations

import pytest

from promptport.outbox.drops import Drops


def test_each_reason_is_said_once_until_it_is_over(caplog: pytest.LogCaptureFixture) -> None:
    drops = Drops()
    drops.over()
    for reason in ("full", "full", "memory"):
        drops.add(reason, f"it is {reason}")
    drops.over()
    drops.over()
    drops.add("full", "it is full")
    drops.over()
    assert drops.counts == {"full": 3, "memory": 1}
    assert [each.getMessage() for each in caplog.records] == [
        "Events are dropped: it is full.",
        "Events are dropped: it is memory.",
        "Events are accepted again: 1 were dropped (memory).",
        "Events are accepted again: 2 were dropped (full).",
        "Events are dropped: it is full.",
        "Events are accepted again: 1 were dropped (full).",
    ]
