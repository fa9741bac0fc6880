"""Proves that Jinja is read as it is substitution, and refused with its line where it is more.

`tests/contract/test_formats.py` compares with what Jinja renders.
"""

from __future__ import annotations

import pytest

from promptport.formats.jinja import read_jinja
from promptport.formats.pieces import Part

from .drafts import lines, messages, read

pytestmark = pytest.mark.one_python("texts are read in the same way on all")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Hi {{ name }}\n\n", "Hi {{name}}\n"),
        ("{{a.b}}{{ a['b'].c }}{{+ d }}", "{{a.b}}{{a.b.c}}{{d}}"),
        ("a \n {{- b -}} \n c", "a{{b}}c"),
        ("a {#- x -#} b {# y #} c", "ab  c"),
        ("{% raw %}{{ x }}{% y %}{% endraw %}", "\\{{ x }}{% y %}"),
        ("a {%- raw -%} {{x}} {%- endraw -%} b", "a\\{{x}}b"),
        ("{{ '{{' }}{{ \"a\\n\\\"\" 'b' }}", '{{a\n"b'),
    ],
)
def test_said(text: str, said: str) -> None:
    draft, report = read(read_jinja, text)
    assert messages(draft) == [("user", said)]
    assert not report.problems


@pytest.mark.parametrize(
    "text",
    [
        "{{ a | upper }}",
        "{% if a %}x{% endif %}",
        "{% set a = 1 %}",
        "{{ a() }}",
        "{{ a[0] }}",
        "{{ 1 }}",
        "{{ a + b }}",
        "{{ a if b }}",
        "{{ none }}",
        "{{ self }}",
        "{{ a.items }}",
        "{{ a['x y'] }}",
        "{{ '\\x41' }}",
        "{{ a",
        "{% raw %}",
        "{# a",
        "{% if",
        "{{}}",
    ],
)
def test_refused(text: str) -> None:
    _, report = read(read_jinja, f"one\n{text}")
    assert set(lines(report.problems)) == {2}


def test_files_to_include() -> None:
    """They are parts."""
    draft, report = read(read_jinja, "a\n{% include 'x/tone.md.j2' -%}\n b {%- include \"c\" %}")
    assert draft.parts == [Part("x/tone", 2), Part("c", 3)]
    assert messages(draft) == [("user", "a\n{{> x/tone}}b{{> c}}")]
    assert not report.problems
    _, report = read(read_jinja, "{% include name %}{% include 'a' ignore missing %}{% include ['a', 'b'] %}")
    assert len(report.problems) == 3


def test_comments_are_told() -> None:
    _, report = read(read_jinja, "a\n{# one\ntwo #}{# three #}")
    assert lines(report.notes) == [2, 3]
