"""Proves that a file is read as what it is, that only texts are, and that what is written says what was read."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

import pytest

from promptport.files.prompt_file import read_prompt_file
from promptport.formats.outcome import Draft, Slot, Turn, text_draft
from promptport.formats.pieces import Part, Piece, Value
from promptport.formats.reading import (
    ENDINGS,
    FORMATS,
    MOST,
    decoded,
    file_of,
    format_of,
    read_drafts,
    tell_of_types,
    written,
)
from promptport.formats.report import Report
from promptport.platform import Variable

pytestmark = pytest.mark.one_python("texts are read in the same way on all")


def test_types_that_are_written_in_another_way() -> None:
    pieces: list[Piece] = [Value(name, line) for line, name in enumerate("abc", 1)]
    variables = [Variable("a", "boolean"), Variable("b", "array"), Variable("c", "string"), Variable("d", "object")]
    for kind, told in (("jinja", [1, 2]), ("dotprompt", [2])):
        report = Report("a")
        tell_of_types(text_draft(pieces, variables=variables), kind, report)
        assert [each.line for each in report.notes] == told


def test_formats() -> None:
    assert set(ENDINGS.values()) <= set(FORMATS)
    assert [format_of(PurePath(each)) for each in ("a.PROMPT", "b.j2", "c.py", "d")] == [
        "dotprompt",
        "jinja",
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"x" * (MOST + 1), 1, 1),
        ("é".encode("utf-16"), 1, 1),
        (b"a\nb\xff", 2, 2),
        (b"a\n\n\0", 3, 1),
    ],
)
def test_no_text(data: bytes, line: int, column: int) -> None:
    report = Report("a.md")
    assert decoded(data, report) is None
    assert [(each.line, each.column) for each in report.problems] == [(line, column)]
    assert list(read_drafts(data, report, "markdown")) == []


def test_nothing() -> None:
    for kind in FORMATS:
        report = Report("a")
        assert list(read_drafts(b" \n\n", report, kind)) == []
        assert [each.text for each in report.problems] == ["The file is empty."]


def test_line_ends() -> None:
    assert decoded(b"\xef\xbb\xbfa\r\nb\rc\n", Report("a")) == "a\nb\nc\n"


def test_prompt_files() -> None:
    """One that is there already needs no import; what only begins like one is text."""
    report = Report("a.md")
    assert list(read_drafts(b"+++\n+++\nHi", report, "markdown")) == []
    assert "already" in report.problems[0].text
    (draft,) = read_drafts(b'+++\ntitle = "x"\n+++\nHi', Report("a.md"), "markdown")
    assert file_of(draft).messages[0]["content"] == '+++\ntitle = "x"\n+++\nHi'


def test_no_export() -> None:
    report = Report("package.json")
    assert list(read_drafts(b"{}", report, "langfuse")) == []
    assert report.problems


@pytest.mark.parametrize(
    "draft",
    [
        text_draft(["--- user\n+++\n{% if %} \\", Value("a", 1), "\n```\n", Value("b", 1), "\n```\n\n"]),
        text_draft(
            ["x"], config={"a": None, "b": [1, {"c": "'''"}]}, description='"\n', labels=["a"], tags=["t"], note="n"
        ),
        text_draft(["a ", Part("b", 1), " {{> c}}"]),
        Draft([Turn("system", [["a"]]), Slot("history"), Turn("user", [[""]], {"name": "x"})]),
        Draft([Turn("model", [["a"]])]),
    ],
)
def test_written(draft: Draft) -> None:
    report = Report("a")
    data = written(draft, report)
    assert data is not None
    read, file = read_prompt_file(data, "a", parts=True), file_of(draft)
    assert (read.messages, read.config, read.parts, read.note) == (file.messages, file.config, file.parts, file.note)


@pytest.mark.parametrize(
    "draft", [Draft([]), text_draft(["\ud800"], description="\ud800"), text_draft(["x"], config=object())]
)
def test_not_written(draft: Any) -> None:
    report = Report("a")
    assert written(draft, report) is None
    assert len(report.problems) == 1
