"""Proves which placeholders each syntax has."""

from __future__ import annotations

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
