"""Proves that YAML of others is read within bounds, with the lines of its keys, and that nothing in it runs or grows."""

from __future__ import annotations

import sys
from typing import Any

import pytest

from promptport.extras import MissingExtra
from promptport.formats.report import Report
from promptport.formats.yaml_head import DEEPEST, LONGEST, read_head, read_loosely, read_yaml, split_head, texts

pytestmark = pytest.mark.one_python("texts are read in the same way on all")


def test_values() -> None:
    """In the terms of JSON: moments are texts, and so is what JSON has no number for."""
    text = "a: 1\nb: 1.5\nc: yes\nd: null\ne: 2020-01-01\nf: .inf\ng: 1:30\nh: [x, {i: 2}]\n1: k\n"
    values, lines = read_yaml(text, 2, report := Report("a"))
    assert values == {
        "a": 1, "b": 1.5, "c": True, "d": None, "e": "2020-01-01", "f": ".inf", "g": "1:30", "h": ["x", {"i": 2}], "1": "k",
    }  # fmt: skip
    assert (lines["a",], lines["h", 1, "i"], lines["1",]) == (2, 9, 10)
    assert not report.problems


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("a: &x 1\nb: *x", 2, "alias"),
        ("b: *x", 2, "alias"),
        ("a: 1\nb: !!python/object/apply:os.system [ls]", 3, "tag"),
        ("a: " + "[" * 100_000, 2, f"more than {DEEPEST} deep"),
        ("".join(" " * at + "a:\n" for at in range(80)), 52, "deep"),
        ("a: 1\na: 2", 3, "twice"),
        ("<<: {a: 1}", 2, "no text"),
        ("? [a]\n: 1", 2, "no text"),
        ("a: b: c", 2, "no YAML"),
        ("a: \x01", 2, "no YAML"),
        ("x" * (LONGEST + 1), 2, "characters"),
    ],
)
def test_refused(text: str, line: int, why: str) -> None:
    report = Report("a")
    read_yaml(text, 2, report)
    assert [each.line for each in report.problems] == [line]
    assert why in report.problems[0].text


def test_numbers_of_thousands_of_digits() -> None:
    assert read_yaml(f"a: {'9' * 5000}", 1, Report("a"))[0] == {"a": "9" * 5000}


def test_split() -> None:
    assert split_head("---\na: 1\n---\nText\n") == ("a: 1", 2, "Text\n", 4)
    assert split_head("\n\n---\na: 1\n---  \nText") == ("a: 1", 4, "Text", 6)
    assert split_head("Text\n---\n") == (None, 1, "Text\n---\n", 1)
    assert split_head("# x\n---\na: 1\n---\nText", comments=True) == ("a: 1", 3, "Text", 5)
    assert split_head("# x\n---\na: 1\n---\nText")[0] is None
    assert split_head("---\na: 1")[0::3] == (None, 0)


@pytest.mark.parametrize(
    ("text", "line"), [("---\na: 1\nText", 1), ("---\n- a\n---\nText", 2), ("\n---\na: 1", 2), ("---\na\n---\n", 2)]
)
def test_no_head(text: str, line: int) -> None:
    read_head(text, report := Report("a"))
    assert [each.line for each in report.problems] == [line]


def test_places() -> None:
    head = read_head("---\na:\n  b: 1\n---\n", Report("a"))
    assert [head.at("a"), head.at("a", "b"), head.at("a", "c"), head.at("x")] == [2, 3, 2, 1]
    assert read_head("---\n---\nText", Report("a")).values == {}


def test_loosely() -> None:
    """As tools of agents read what is no YAML."""
    found = read_loosely("description: Use this: when\n  it fits\n# no\ntools: [Read] [Write]\n", 2)
    assert found == (
        {"description": "Use this: when\nit fits", "tools": "[Read] [Write]"},
        {("description",): 2, ("tools",): 5},
    )
    assert read_loosely("a: 1\na: 2", 1) is None
    assert read_loosely("just text", 1) is None


def test_texts() -> None:
    assert texts("a, b,") == ["a", "b"]
    assert texts(["a", 1, None]) == ["a", "1"]
    assert texts({"a": 1}) == []


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    gone: Any = None
    monkeypatch.setitem(sys.modules, "yaml", gone)
    with pytest.raises(MissingExtra, match=r"promptport\[cli\]"):
        read_yaml("a: 1", 1, Report("a"))
