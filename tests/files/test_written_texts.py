"""Proves that a text stands in a file with as few backslashes as it needs."""

from __future__ import annotations

import pytest

from promptport.files.written_texts import written_texts
from promptport.platform import Variable


@pytest.mark.parametrize(
    ("text", "written", "placeholders"),
    [
        ("Hi {{ a }}", "Hi {{ a }}", True),
        ("Hi {{a}} \\{{b}}", "Hi {{a}} \\{{b}}", True),
        ("{{a}} {% if b %}", "{{a}} \\{% if b %}", True),
        ("{{a}} \\\\{{#b}}", "{{a}} \\\\\\\\\\{{#b}}", True),
        ("{{a}} {{> b}}", "{{a}} \\{{> b}}", True),
        ("{% if b %} \\{{a}}", "{% if b %} {{a}}", False),
        ("{{{a}}} {% if b %}", "{{{a}}} {% if b %}", "only"),
        ("{% if {{a}} %}", "{% if {{a}} %}", "only"),
        ("${{a}}", "${{a}}", "only"),
        ("{} {{}}", "{} {{}}", True),
    ],
)
def test_one_text(text: str, written: str, placeholders: bool | str) -> None:
    assert written_texts([text], declared=None, parts=False) == ([written], placeholders)


def test_what_front_matter_says_decides() -> None:
    """What is declared needs no doubt, and where something is, there are placeholders to come."""
    declared = [Variable("a")]
    assert written_texts(["${{a}}"], declared=declared, parts=False) == (["${{a}}"], True)
    assert written_texts(["{% if %}"], declared=declared, parts=False) == (["\\{% if %}"], True)
    assert written_texts(["{{> b}} {% if %}"], declared=None, parts=True) == (["{{> b}} \\{% if %}"], True)
