"""Proves that what others say does not steer a terminal."""

from __future__ import annotations

import pytest

from promptport.cli.terminal import age, many, shown, shown_in_line, size, table


@pytest.mark.parametrize(
    ("text", "safe"), [("Zoë's", "Zoë's"), ("a\x1b[2Jb\n\u202e", "a?[2Jb??"), (3, "3"), (None, "None")]
)
def test_shown(text: object, safe: str) -> None:
    """Whatever is no character of a line is a question mark."""
    assert shown(text) == safe


def test_not_more_than_a_line_has_room_for() -> None:
    assert shown_in_line("a\x1b\n") == "a??"
    assert shown_in_line("x" * 1000) == "x" * 200 + "..."


def test_a_table() -> None:
    """Each column as wide as its widest text, and no blanks at the end."""
    assert list(table([("NAME", "AGE"), ("a", "12 min"), ("welcome", "")])) == [
        "  NAME     AGE", "  a        12 min", "  welcome",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (-9, "0 s"),
        (59.9, "60 s"),
        (60, "1 min"),
        (3599, "59 min"),
        (3600, "1 h"),
        (86_399, "23 h"),
        (86_400 * 90, "90 d"),
    ],
)
def test_ages(seconds: float, said: str) -> None:
    """In one unit; what is from the future has none."""
    assert age(seconds) == said


def test_sizes_and_counts() -> None:
    assert [size(each) for each in (0, 9_999, 10_000, 2_000_000_000)] == ["0 B", "9,999 B", "10 kB", "2,000,000 kB"]
    assert [many(each, "file") for each in (0, 1, 2000)] == ["0 files", "1 file", "2,000 files"]
    assert many(2, "entry", "entries") == "2 entries"
