"""Proves which lines begin messages, and which keep their backslash."""

from __future__ import annotations

import pytest

from promptport.files.marks import content_of, read_lines


@pytest.mark.parametrize(
    ("line", "role", "place"),
    [
        ("--- user", "user", ""),
        ("---  developer \t", "developer", ""),
        ("--- {{history}}", "", "history"),
        ("--- {{ examples }}", "", "examples"),
        ("--- Example 1 ---", "", ""),
        ("---", "", ""),
    ],
)
def test_marks(line: str, role: str, place: str) -> None:
    (found,) = read_lines([line], 7)
    assert (found.number, found.role, found.place, found.problem) == (7, role, place, "")


def test_what_stands_in_a_fence_is_no_foreign_role() -> None:
    """But a mark ends the message, and with it the fence."""
    lines = ["```", "system: x", "--- user", "system: y", "````", "user:", "```", "user:", "````", "user:"]
    assert [each.number for each in read_lines(lines, 1) if each.problem] == [4, 10]
    assert not [each for each in read_lines(lines, 1, plain=True) if each.problem]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("\\--- user", "--- user"),
        ("\\\\---", "\\---"),
        ("\\  +++", "  +++"),
        ("\\system: a", "system: a"),
        ("\\user: a", "\\user: a"),
        ("\\user:", "user:"),
        ("\\a", "\\a"),
    ],
)
def test_a_backslash_at_the_beginning(line: str, text: str) -> None:
    assert content_of([line]) == text
