"""Proves that what is said about a file is bounded, and says the line."""

from __future__ import annotations

import pytest

from promptport.formats.report import MOST, Lines, Report, is_name, shown

pytestmark = pytest.mark.one_python("texts are read in the same way on all")


def test_bounded() -> None:
    """A file that is something else altogether fills no screen."""
    report = Report("a.j2")
    for at in range(MOST + 50):
        report.refuse(at + 1, "No.")
    assert len(report.problems) == MOST + 1
    assert str(report.problems[0]) == "a.j2:1:1: No."
    assert report.problems[-1].text.startswith("There is more")
    assert not report.notes


def test_lines() -> None:
    found = Lines("a\nb\n\nc", 5)
    assert [found.at(place) for place in (0, 1, 2, 3, 4, 5)] == [5, 5, 6, 6, 7, 8]


def test_shown() -> None:
    assert shown("a\x1b\n") == "a\\x1b\\n"
    assert shown("x" * 100) == "x" * 60 + "…"


def test_names() -> None:
    assert all(map(is_name, ("a", "a.b", "a-b", "ä1", "1")))
    assert not any(map(is_name, ("", "a b", "a..b", "a.", ".a", "-a", "a|b", "{a")))
