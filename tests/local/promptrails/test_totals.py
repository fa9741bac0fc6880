"""Proves the sums and means over records."""

from __future__ import annotations

from promptport_local.promptrails.totals import cost, errors, grouped, mean, tokens


def test_sums() -> None:
    """What is null counts for nothing, and cents are not lost."""
    assert cost([{"cost": 0.1}, {"cost": 0.2}, {"cost": None}]) == 0.3
    assert tokens([{"token_usage": {"total_tokens": 3}}, {"token_usage": None}, {"token_usage": {}}]) == 3
    assert errors([{"status": "failed"}, {"status": "completed"}]) == 1


def test_groups_in_order() -> None:
    records = [{"k": "b", "n": 1}, {"k": "a", "n": 2}, {"k": "b", "n": 3}]
    found = grouped(records, lambda each: each["k"])
    assert {key: [each["n"] for each in group] for key, group in found.items()} == {"a": [2], "b": [1, 3]}
    assert list(found) == ["a", "b"]


def test_a_mean() -> None:
    assert mean([1, 2, 3, 4]) == 2.5
    assert mean([0.1] * 3) == 0.1
    assert mean([10**400]) == 10**400
