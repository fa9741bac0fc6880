"""Proves that Markdown comes in as text, that placeholders are those that are meant, and that what is left text is told."""

from __future__ import annotations

from functools import partial

import pytest

from promptport.formats.markdown import read_markdown, read_text
from promptport.platform import Variable

from .drafts import lines, messages, read

pytestmark = pytest.mark.one_python("texts are read in the same way on all")


def test_text() -> None:
    """A placeholder is what is one in a prompt file: not in code, nor behind a sign of another language."""
    draft, report = read(read_text, "\nHi {{name}}, {{#if x}} ${{ a }} `{{b}}` \\{{c}}\n\n```\n{{d}}\n```\n\n")
    assert messages(draft) == [
        ("user", "Hi {{name}}, {{#if x}} $\\{{ a }} `\\{{b}}` \\\\\\{{c}}\n\n```\n\\{{d}}\n```"),
    ]  # fmt: skip
    assert lines(report.notes) == [2]
    assert "4 more" in report.notes[0].text


def test_head() -> None:
    text = "---\nname: a\ndescription: Says.\ntags: x, y\nmodel: m\n---\n\n# Title\n\nHi {{name}}\n"
    draft, report = read(read_markdown, text)
    assert messages(draft) == [("user", "# Title\n\nHi {{name}}")]
    assert (draft.name, draft.description, draft.tags, draft.config) == ("a", "Says.", ["x", "y"], {"model": "m"})
    assert not report.problems + report.notes


@pytest.mark.parametrize(
    "declared",
    [
        "variables: [a, b]",
        "inputs:\n  - name: a\n  - name: b",
        "input_variables: [a, b]",
        "arguments:\n- {name: a, description: ''}\n- b",
        "parameters: {a: {}, b: null}",
    ],
)
def test_declared(declared: str) -> None:
    """What is declared is a placeholder in code, too."""
    draft, _ = read(read_markdown, f"---\n{declared}\n---\n```\n{{{{a}}}}\n```\n{{{{c}}}}")
    assert draft.variables == (Variable("a"), Variable("b"), Variable("c"))
    assert draft.config == {}
    assert messages(draft) == [("user", "```\n{{a}}\n```\n{{c}}")]


@pytest.mark.parametrize("given", ["variables: 3", "inputs: {a: {unknown: 1}}", "arguments: [a b]", "inputs: []"])
def test_what_only_looks_like_declarations(given: str) -> None:
    """It is a setting like others."""
    draft, report = read(read_markdown, f"---\n{given}\n---\nHi")
    assert list(draft.config) == [given.partition(":")[0]]
    assert not draft.variables
    assert not report.problems


@pytest.mark.parametrize(
    ("file", "head"),
    [
        ("skills/pdf/SKILL.md", "name: pdf\ndescription: Reads."),
        ("AGENTS.md", ""),
        ("a/README.md", ""),
        ("commands/fix.md", ""),
        ("x.chatmode.md", ""),
        ("x.md", "allowed-tools: Bash"),
        ("x.md", "argument-hint: '[file]'"),
    ],
)
def test_files_of_agents(file: str, head: str) -> None:
    """Nothing in them is a placeholder."""
    text = f"---\n{head}\n---\nDo {{{{x}}}}\nwith $ARGUMENTS and $1" if head else "Do {{x}}\nwith $ARGUMENTS and $1"
    draft, report = read(read_markdown, text, file)
    assert messages(draft) == [("user", "Do \\{{x}}\nwith $ARGUMENTS and $1")]
    first = 1 if not head else 3 + head.count("\n") + 1
    assert lines(report.notes) == [first + 1, first]
    assert "and 1 more" in report.notes[0].text


def test_what_is_a_shells_is_not_told() -> None:
    """`$1` is an argument in commands alone."""
    _, report = read(read_markdown, "awk '{print $1}'", "skills/x/SKILL.md")
    assert not report.notes
    _, report = read(read_markdown, "Fix $1", "commands/fix.md")
    assert lines(report.notes) == [1]


def test_chosen() -> None:
    """Whoever knows better says so."""
    draft, _ = read(partial(read_markdown, agent=False), "Do {{x}}", "AGENTS.md")
    assert messages(draft) == [("user", "Do {{x}}")]
    draft, _ = read(partial(read_markdown, agent=True), "Do {{x}}", "a.md")
    assert messages(draft) == [("user", "Do \\{{x}}")]


def test_heads_that_are_no_yaml() -> None:
    """As agents' own tools read them; else they are text."""
    draft, report = read(read_markdown, "---\ndescription: Use: this\nmodel: m\n---\nHi")
    assert (draft.description, draft.config) == ("Use: this", {"model": "m"})
    assert lines(report.notes) == [2]
    for text in ("---\nnot a head\n---\nHi", "---\na: &x 1\n: b\n---\nHi", "---\nHi"):
        draft, report = read(read_markdown, text)
        assert messages(draft) == [("user", text)]
        assert not report.problems


def test_descriptions_that_are_no_texts() -> None:
    draft, _ = read(read_markdown, "---\ndescription: [a]\ntags: {b: 1}\n---\nHi")
    assert draft.config == {"description": ["a"], "tags": {"b": 1}}
