"""Proves which lines begin messages, and which keep their backslash."""

from __future__ import annotations

import pytest

from promptport.files.marks import content_of, kept_lines, read_lines


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


@pytest.mark.parametrize(
    ("line", "word", "data", "column"),
    [
        ('--- user {"a": 1} ', "user", '{"a": 1}', 10),
        ('---  tool {"tool_call_id": 1}', "tool", '{"tool_call_id": 1}', 11),
        ("--- image https://a/{{ b }}.png ", "image", "https://a/{{ b }}.png", 11),
        ("--- image {{> a}}", "image", "{{> a}}", 11),
        ("--- image {{#if a}}", "image", "{{#if a}}", 11),
        ('--- part {"type": "text"}', "part", '{"type": "text"}', 10),
        ('--- part "a"', "part", '"a"', 10),
        ('--- message {"role": "x"}', "message", '{"role": "x"}', 13),
        ("--- image of a cat", "", "", 1),
        ("--- image cat", "", "", 1),
        ("--- part of it", "", "", 1),
        ("--- part {{a}}", "part", "{{a}}", 10),
        ("--- message to you", "", "", 1),
    ],
)
def test_lines_with_more(line: str, word: str, data: str, column: int) -> None:
    """JSON or an address; what is neither is text."""
    (found,) = read_lines([line], 1)
    assert (found.word or found.role, found.data, found.column) == (word, data, column)
    assert kept_lines([line]) == ([f"\\{line}"] if word else [line])
    assert content_of(kept_lines([line])) == line


@pytest.mark.parametrize("around", [[], ["```"]])
def test_what_git_could_not_merge_is_no_text(around: list[str]) -> None:
    """Wherever it stands, also in a fence and in a file without placeholders; a backslash makes text of it."""
    lines = [*around, "<<<<<<< HEAD", "a", "=======", "b", ">>>>>>> theirs", *around]
    for plain in (False, True):
        problems = [each.problem for each in read_lines(lines, 1, plain=plain) if each.problem]
        assert len(problems) == 2
        assert all("conflict mark of git" in each for each in problems)
    kept = kept_lines(lines)
    assert not [each for each in read_lines(kept, 1) if each.problem]
    assert content_of(kept) == "\n".join(lines)
    assert not [
        each for each in read_lines(["<<<<<<<", ">>>>>>>", ">>>>>>>> a", "=======", "a <<<<<<< b"], 1) if each.problem
    ]
