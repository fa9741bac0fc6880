"""Proves what becomes of exports of Langfuse: every field has its place, or is told."""

from __future__ import annotations

import json
from typing import Any

import pytest

from promptport.formats.langfuse import looks_like_langfuse, read_langfuse
from promptport.formats.outcome import Draft
from promptport.formats.pieces import Part
from promptport.formats.report import Report

from .drafts import lines, messages

pytestmark = pytest.mark.one_python("texts are read in the same way on all")

TEXT: dict[str, Any] = {
    "id": "1", "name": "a/b", "version": 3, "type": "text", "prompt": "Hi {{ name\n}}", "config": {"model": None},
    "labels": ["production", "latest"], "tags": ["t"], "commitMessage": "Why.", "isActive": True, "resolutionGraph": None,
}  # fmt: skip


def read(given: Any) -> tuple[list[Draft], Report]:
    """The prompts of an export, and what is said about it."""
    report = Report("a.json")
    return list(read_langfuse(given if isinstance(given, str) else json.dumps(given), report)), report


def test_text() -> None:
    for given in (TEXT, [TEXT], {"data": [TEXT], "meta": {}}):
        (draft,), report = read(given)
        assert messages(draft) == [("user", "Hi {{name}}")]
        assert (draft.name, draft.version, draft.kind, draft.note) == ("a/b", 3, "text", "Why.")
        assert (draft.config, draft.labels, draft.tags) == ({"model": None}, ["production"], ["t"])
        assert not report.problems
        assert report.notes[0].text.startswith("id, isActive")


def test_chat() -> None:
    given = {
        "name": "a",
        "prompt": [
            {"role": "system", "content": "{{x}}", "type": "message"},
            {"type": "placeholder", "name": "examples"},
            {"role": "user", "content": "", "name": "Bob"},
        ],
    }
    (draft,), _ = read(given)
    assert messages(draft) == [("system", "{{x}}"), "examples", ("user", "")]
    assert draft.turns[2].more == {"name": "Bob"}  # type: ignore[union-attr]
    assert draft.kind == "chat"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{{x}}}", "{\\{{x}}}"),
        ("{{a b}}{{}}", "{{a b}}{{}}"),
        ("{{x {{y}}", "{{x \\{{y}}"),
        ("\\{{x}}", "\\\\{{x}}"),
        ("{{x}", "{{x}"),
        ("{% if %}{{#x}}", "{% if %}{{#x}}"),
        ("@@@langfusePrompt:name=a@@@", "@@@langfusePrompt:name=a@@@"),
    ],
)
def test_rules_of_names(text: str, said: str) -> None:
    (draft,), _ = read({"name": "a", "prompt": text})
    assert messages(draft) == [("user", said)]


def test_dependencies() -> None:
    """A part is the version in production."""
    (draft,), _ = read({"name": "a", "prompt": "x @@@langfusePrompt:name=b/c|label=production@@@"})
    assert draft.parts == [Part("b/c", 1)]
    _, report = read({"name": "a", "prompt": "x @@@langfusePrompt:name=b|version=2@@@"})
    assert "can't be another one" in report.problems[0].text


def test_lines() -> None:
    """Each is told by the line in which it begins."""
    text = '[\n {"name": "a", "prompt": "x"},\n\n {"name": "b",\n  "prompt": 1}, {"prompt": "x"},\n 3]'
    drafts, report = read(text)
    assert [each.name for each in drafts] == ["a"]
    assert lines(report.problems) == [4, 5, 6]
    _, report = read('{"x": {"data": 1},\n"data": [\n{"name": 1}]}')
    assert lines(report.problems) == [3]
    _, report = read('{"x": "\\"data\\": [1]", "y": [{"data": [2]}],\n"data": [\n{"name": 1}]}')
    assert len(report.problems) == 1


@pytest.mark.parametrize(
    "text",
    [
        "[1",
        '{"name": "a", "prompt": NaN}',
        "[" * 200,
        '{"name": "a", "prompt": {}}',
        '{"name": "a", "prompt": "x", "type": "chat"}',
        '{"name": "a", "prompt": "x", "version": 0}',
        '{"name": "a", "prompt": [1]}',
        '{"name": "a", "prompt": [{"role": "user"}]}',
        '{"name": "a", "prompt": [{"type": "placeholder", "name": "a b"}]}',
        '{"name": "a", "prompt": [{"type": "placeholder", "name": "h"}, {"type": "placeholder", "name": "h"}]}',
    ],
)
def test_refused(text: str) -> None:
    _, report = read(text)
    assert lines(report.problems) == [1]


def test_what_has_no_place_is_told() -> None:
    _, report = read({"name": "a", "prompt": "x", "extra": 1})
    assert "extra" in report.notes[0].text


def test_looks() -> None:
    assert looks_like_langfuse(' {"prompt": ""}')
    assert not looks_like_langfuse('{"name": ""}')
    assert not looks_like_langfuse('"prompt"')
