"""Proves which placeholders each syntax has."""

from __future__ import annotations

import re

import pytest

from promptport.prompt.syntax import SYNTAXES

TEXT = "{{a}} {{ a }} {{a.b}} {a} {{ b-c }} {{}} {b}"


@pytest.mark.parametrize(
    ("syntax", "names", "found"),
    [
        ("spaced", [], ["{{a}}", "{{ a }}", "{{a.b}}", "{{ b-c }}"]),
        ("words", [], ["{{a}}"]),
        ("braces", ["a", "b"], ["{{a}}", "{a}", "{b}"]),
        ("braces", ["a"], ["{{a}}", "{a}"]),
        ("braces", [], []),
    ],
)
def test_placeholders(syntax: str, names: list[str], found: list[str]) -> None:
    """Of whatever name, of a word, or of the declared names alone."""
    assert [TEXT[each.begin : each.end] for each in SYNTAXES[syntax](names)(TEXT)] == found


def test_the_longest_name_wins() -> None:
    (found,) = SYNTAXES["braces"](["a", "ab"])("{ab}")
    assert found.name == "ab"


def test_names_may_hold_braces() -> None:
    """The longest name that is followed by an end, even where the name has ends itself."""
    names = ["a", "a}", "a}}b", "", "{"]
    found = SYNTAXES["braces"](names)("{a}} {{a}}b}} {} {{} {{{}} {{a}}}")
    assert [each.name for each in found] == ["a}", "a}}b", "", "{", "{", "a}"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("{{x}} {{ x }} {{\nx\t}}", ["x", "x", "x"]),
        ("{{é1}} {{ж_}} {{x}", ["é1", "ж_"]),
        ("{{{x}}} {{{{x}}}} {{ {{x}} }} {{x {{y}}", ["?{x", "?{{x", "?{{x", "?x {{y"]),
        ('{{"a": "{{x}}"}} {"a": {"b": {{x}}}}', ['?"a": "{{x', "x"]),
        ("{{a.b}}{{a-b}}{{a b}}{{1a}}{{_a}}{{²}}{{}}", ["?a.b", "?a-b", "?a b", "?1a", "?_a", "?²", "?"]),
        ("x}} {{x}} {x} {{#if x}} \\{{x}}", ["x", "?#if x", "x"]),
        ("{{" * 100_000, []),
        ("{{}}" * 3 + "}" * 100_000, ["?", "?", "?"]),
    ],
)
def test_whatever_stands_in_braces(text: str, names: list[str]) -> None:
    """One scan, from two braces to the next two; what no variable is called may be text."""
    found = list(SYNTAXES["any"](())(text))
    assert [f"{'?' * each.optional}{each.name}" for each in found] == names
    expected = [match.span() for match in re.finditer(r"(?s)\{\{(.*?)\}\}", text)] if len(text) < 10_000 else None
    assert expected is None or [(each.begin, each.end) for each in found] == expected
