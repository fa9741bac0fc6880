"""Proves that Handlebars is cut as its language says, and refused with its line where it is more than substitution."""

from __future__ import annotations

import pytest

from promptport.formats.handlebars import History, Mark, Role, handlebars_marks
from promptport.formats.outcome import Image
from promptport.formats.pieces import Part, Value
from promptport.formats.report import Report

pytestmark = pytest.mark.one_python("texts are read in the same way on all")


def marks(text: str) -> tuple[list[Mark], Report]:
    """What a template is made of, and what is said about it."""
    report = Report("a.prompt")
    return [each for each in handlebars_marks(text, report) if each != ""], report


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("a{{b}}{{{c}}}{{& d }}", ["a", Value("b", 1), Value("c", 1), Value("d", 1)]),
        ("{{this.a}}{{./b}}{{a.b-c}}", [Value("a", 1), Value("b", 1), Value("a.b-c", 1)]),
        ("x \n {{~a~}} \n y", ["x", Value("a", 2), "y"]),
        ("{{~{a}~}} b", [Value("a", 1), "b"]),
        ("\\{{a}} \\\\{{a}}", ["{{", "a}} \\", Value("a", 1)]),
        ("a\n {{! b }} \nc{{!-- }} --}}d", ["a\n", "c", "d"]),
        ("\n{{{{raw}}}}\n{{#if}}\n{{{{/raw}}}}\nb", ["\n", "{{#if}}\n", "b"]),
        ("{{role \"system\"}}a{{history}}{{role 'model'}}", [Role("system"), "a", History(1), Role("assistant")]),
        ("{{media url=photo}}{{media url='https://x'}}", [Image([Value("photo", 1)]), Image(["https://x"])]),
        ("a\n{{> b/c }}\nd", ["a\n", Part("b/c", 2), "d"]),
    ],
)
def test_marks(text: str, made: list[Mark]) -> None:
    found, report = marks(text)
    assert found == made
    assert not report.problems


@pytest.mark.parametrize(
    "text",
    [
        "{{#if a}}x{{/if}}",
        "{{^a}}{{/a}}",
        "{{else}}",
        "{{upper a}}",
        "{{this}}",
        "{{.}}",
        "{{../a}}",
        "{{@root.a}}",
        "{{a.[0]}}",
        "{{a.0}}",
        "{{true}}",
        "{{1}}",
        '{{"a"}}',
        "{{}}",
        "{{a",
        "{{json a}}",
        '{{section "x"}}',
        '{{role "x"}}',
        "{{role a}}",
        "{{role}}",
        "{{a b=c}}",
        "{{media}}",
        '{{media url="a b"}}',
        '{{media url=a contentType="audio/mp3"}}',
        "{{> (x)}}",
        "{{> a b}}",
        "  {{> a}}\n",
        "{{{{x}}}}a{{{{/x}}}}",
        "{{{{raw}}}}a",
        "{{{a}}",
        "{{*a}}",
        "{{!-- a",
    ],
)
def test_refused(text: str) -> None:
    _, report = marks(f"one\n{text}")
    assert {each.line for each in report.problems} == {2}


def test_told() -> None:
    _, report = marks('{{! a }}\n{{media url=a contentType="image/png"}}')
    assert [each.line for each in report.notes] == [1, 2]
