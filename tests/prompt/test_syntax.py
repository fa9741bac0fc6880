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
    assert [each[0] for each in SYNTAXES[syntax](names).finditer(TEXT)] == found


def test_the_longest_name_wins() -> None:
    (found,) = SYNTAXES["braces"](["a", "ab"]).finditer("{ab}")
    assert found[found.lastindex or 0] == "ab"
