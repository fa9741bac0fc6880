"""Proves when a bound of a value breaks who sends it."""

from __future__ import annotations

from typing import Any

import pytest

from tools.report.bounds import bounds

pytestmark = pytest.mark.one_python("it compares data")


@pytest.mark.parametrize(
    ("word", "old", "new", "grade"),
    [
        ("maxLength", None, 9, "breaking"),
        ("maxLength", 9, 8, "breaking"),
        ("maxLength", 8, 9, "changed"),
        ("maxLength", 9, None, "changed"),
        ("minimum", 1, 2, "breaking"),
        ("minimum", 2, 1, "changed"),
        ("multipleOf", 10, 5, "changed"),
        ("multipleOf", 5, 10, "breaking"),
        ("pattern", "a", "b", "breaking"),
        ("uniqueItems", True, False, "changed"),
        ("uniqueItems", None, True, "breaking"),
    ],
)
def test_what_a_bound_means(word: str, old: Any, new: Any, grade: str) -> None:
    """What is got breaks nobody by its bounds."""
    was, now = ({} if each is None else {word: each} for each in (old, new))
    assert [each for each, _ in bounds(was, now, sent=True)] == [grade]
    assert [each for each, _ in bounds(was, now, sent=False)] == ["changed"]
    assert list(bounds(was, was, sent=True)) == []


@pytest.mark.parametrize(
    "node",
    [{"minLength": 0}, {"minItems": 0}, {"minProperties": 0}, {"uniqueItems": False}, {"unevaluatedProperties": True}],
)
def test_what_bounds_nothing_is_no_bound(node: dict[str, Any]) -> None:
    assert list(bounds({}, node, sent=True)) == list(bounds(node, {}, sent=True)) == []
