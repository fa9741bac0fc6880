"""Proves which placeholders each syntax finds, and that the longest declared name wins."""

from __future__ import annotations

import pytest

from promptport.prompt.syntax import SYNTAXES, exact

TEXT = "{{a}} {{ a }} {{ab}} {a} {{a.b-c}} {{#x}} {{}} {{ü}}"


@pytest.mark.parametrize(
    ("syntax", "found"),
    [
        ("spaced", ["{{a}}", "{{ a }}", "{{ab}}", "{{a.b-c}}", "{{ü}}"]),
        ("words", ["{{a}}", "{{ab}}", "{{ü}}"]),
        ("braces", ["{{a}}", "{{ab}}", "{a}"]),
    ],
)
def test_what_is_a_placeholder(syntax: str, found: list[str]) -> None:
    pattern = SYNTAXES[syntax](["a", "ab"])
    assert [each[0] for each in pattern.finditer(TEXT)] == found


def test_the_longest_name_wins() -> None:
    """Of one form, whatever the order in which the names were declared."""
    names = ["a", "a}b", "a}"]
    for order in (names, names[::-1]):
        found = exact(("{", "}"))(order).search("{a}b}")
        assert found is not None
        assert found[1] == "a}b"


def test_without_names_nothing_is_found() -> None:
    assert exact(("{{", "}}"), ("{", "}"))([]).search("{{}} {a} {}") is None
