"""Proves that what is text stays text, whatever it looks like and wherever it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promptport.formats.pieces import Part, Piece, Value, blank, escaped_text, joined, split_lines, trimmed
from promptport.prompt.rewriting import Unsayable
from promptport.prompt.template import Template

pytestmark = pytest.mark.one_python("texts are read in the same way on all")

TEXT = st.text(alphabet="{}ab \\\n>", max_size=8)
PIECES = st.lists(TEXT | st.sampled_from([Value("a", 1), Value("b", 1)]), max_size=6)


@given(PIECES)
def test_escaped(pieces: list[Piece]) -> None:
    """A template of it says exactly these pieces."""
    said = "".join(each if isinstance(each, str) else f"<{each.name}>" for each in pieces)
    assert Template([escaped_text(pieces)], "escaped").render({"a": "<a>", "b": "<b>"}, strict=False) == [said]


def test_parts() -> None:
    """Where a prompt has parts, what only looks like one has a backslash before it."""
    assert escaped_text(["a\\", Part("tone", 1), " {{> x}}"], parts=True) == "a\\\\{{> tone}} \\{{> x}}"
    assert escaped_text([" {{> x}}"]) == " {{> x}}"


@pytest.mark.parametrize("before", ["{{", "{{a ", "{{ {{#if ", "{% if "])
def test_what_would_be_read_together(before: str) -> None:
    """Braces before a part, which no backslash keeps apart."""
    try:
        said = escaped_text([before, Part("tone", 1)], parts=True)
    except Unsayable:
        return
    assert said.endswith("{{> tone}}")
    assert not said.startswith("\\")


def test_joined() -> None:
    assert joined(["a", "", "b", Value("c", 1), ""]) == ["ab", Value("c", 1)]


@pytest.mark.parametrize(
    ("pieces", "lines"),
    [
        ([], []),
        (["a\n"], [["a"]]),
        (["a\n\nb"], [["a"], [""], ["b"]]),
        (["a", Value("v", 1), "b\nc"], [["a", Value("v", 1), "b"], ["c"]]),
        (["a\x0bb"], [["a"], ["b"]]),
    ],
)
def test_lines(pieces: list[Piece], lines: list[list[Piece]]) -> None:
    assert split_lines(pieces) == lines


def test_edges() -> None:
    assert blank([" ", "\n"])
    assert not blank([Value("a", 1)])
    assert trimmed(["\n \n a", Value("b", 1), "c \n\n"]) == [" a", Value("b", 1), "c "]
    assert trimmed(["  "]) == ["  "]
