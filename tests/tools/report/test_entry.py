"""Proves how an entry reads, and in which order entries stand."""

from __future__ import annotations

import pytest

from tools.report.entry import Entry, ordered, shown

pytestmark = pytest.mark.one_python("it words data")


def test_the_gravest_stand_first_and_each_once() -> None:
    entries = [Entry(grade, side, "p", "w", "x") for grade in ("added", "breaking") for side in ("python", "wire")]
    assert [(each.grade, each.side) for each in ordered([*entries, *entries])] == [
        ("breaking", "wire"), ("breaking", "python"), ("added", "wire"), ("added", "python"),
    ]  # fmt: skip


def test_a_line_says_where() -> None:
    assert Entry("added", "wire", "xr2", "get", "is new").line == "xr2: get: is new"
    assert Entry("added", "wire", "xr2", "", "is new").line == "xr2: is new"
    assert Entry("added", "wire", "xr2", "A.\x1b[1m", "is new").line == r"xr2: A.\x1b[1m: is new"


def test_values_fit_into_a_line() -> None:
    """And what can't be seen is written out."""
    assert [shown(each) for each in ("a", "", True, ["x"], "\x1b[1m")] == ["a", '""', "true", '["x"]', '"\\u001b[1m"']
    assert len(shown("x" * 99)) == 60
