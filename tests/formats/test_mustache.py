"""Proves that Mustache is read as it is substitution, and refused with its line where it is more.

`tests/contract/test_formats.py` compares with what chevron renders.
"""

from __future__ import annotations

import pytest

from promptport.formats.mustache import read_mustache
from promptport.formats.pieces import Part

from .drafts import lines, messages, read

pytestmark = pytest.mark.one_python("texts are read in the same way on all")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Hi {{name}}\n", "Hi {{name}}\n"),
        ("{{{ a }}}{{& b}}{{ c.d }}", "{{a}}{{b}}{{c.d}}"),
        ("a\n  {{! note }}  \nb", "a\nb"),
        ("a {{! note }}\nb", "a \nb"),
        ("{{=<% %>=}}\n<% a %> {{x}}<%={{ }}=%>{{b}}", "{{a}} \\{{x}}{{b}}"),
        ("{ {{a}} } \\{{a}}", "{ {{a}} } \\\\{{a}}"),
    ],
)
def test_said(text: str, said: str) -> None:
    draft, report = read(read_mustache, text)
    assert messages(draft) == [("user", said)]
    assert not report.problems
    assert draft.kind == "text"


@pytest.mark.parametrize(
    "text",
    [
        "{{#a}}x{{/a}}",
        "{{^a}}",
        "{{.}}",
        "{{a b}}",
        "{{}}",
        "{{a",
        "{{{a}}",
        "{{=x}}",
        "{{>}}",
        "  {{> a}}\n",
        "{{ #a}}",
    ],
)
def test_refused(text: str) -> None:
    _, report = read(read_mustache, f"one\n{text}")
    assert set(lines(report.problems)) == {2}


def test_told() -> None:
    """That values are not written as HTML, once; and every comment."""
    _, report = read(read_mustache, "{{{a}}}\n{{b}}\n{{c}}\n{{! d }}")
    assert lines(report.notes) == [2, 4]
    assert "HTML" in report.notes[0].text


def test_parts() -> None:
    draft, _ = read(read_mustache, "a\n{{> tone }}\nb {{> x/y}}")
    assert draft.parts == [Part("tone", 2), Part("x/y", 3)]
    assert messages(draft) == [("user", "a\n{{> tone}}b {{> x/y}}")]
