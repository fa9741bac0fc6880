"""Proves that what prompts say reaches Python as literals, docstrings and comments, whatever it says."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promptport.typed.quoting import WIDTH, Code, code, comment, joined, lines_of, literal

pytestmark = pytest.mark.one_python("what is written is the same on all")

HOSTILE = [
    '"""', '""', '"', "'", "\\", '\\"""', "a\nb", "\r", "\x00", "\\N{BULLET}", "\N{RIGHT-TO-LEFT OVERRIDE}", "\ud800", "{}",
    "{0}", "%s", "\N{LINE SEPARATOR}", "\x0c", "\\x", "# noqa", "\N{NO-BREAK SPACE}", "🎉",
]  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=5)), max_size=8).map("".join)


@given(TEXTS)
def test_a_literal_is_the_text(text: str) -> None:
    made = literal(text)
    assert ast.literal_eval(made) == text
    assert made.isprintable()
    made.encode()


@pytest.mark.parametrize("value", [True, False, 0, -1, 10**30])
def test_a_number_or_truth_value(value: int) -> None:
    made = ast.literal_eval(literal(value))
    assert (type(made), made) == (type(value), value)


def test_whatever_else_has_no_literal() -> None:
    others: list[Any] = [1.5, None, [], b"x"]
    for value in others:
        with pytest.raises(TypeError, match="no literal"):
            literal(value)


@given(TEXTS, TEXTS)
def test_a_docstring_goes_on(first: str, second: str) -> None:
    """Whatever a text says, it is within the quotes, and nothing in it is an escape of its own."""
    lines = [line for text in (first, second) for line in lines_of(text, 4, 4)]
    source = "\n".join(['"""x', *lines, '"""'])
    made = ast.literal_eval(source)
    wanted = re.sub("[\ud800-\udfff]", "\N{REPLACEMENT CHARACTER}", f"x{first}{second}")
    assert "".join(made.split()) == "".join(wanted.split())
    assert all(line.isprintable() for line in source.split("\n"))
    source.encode()


def test_lines_are_wrapped() -> None:
    lines = list(lines_of("word " * 50 + "\n\nend", 4, 4))
    assert all(len(each) <= WIDTH for each in lines)
    assert (lines[0][:5], lines[1][:9]) == ("    w", "        w")
    assert lines[-2:] == ["", "        end"]


def test_a_long_text_is_cut() -> None:
    assert "".join(lines_of("x" * 100, 0, longest=10)) == f"{'x' * 10}..."


@given(TEXTS)
def test_a_comment_is_one_line(text: str) -> None:
    assert comment(text).isprintable()


def test_a_comment_says_nothing_of_the_encoding() -> None:
    for text in ("coding: latin-1", "-*- coding=utf-7 -*-", "encoding:ascii"):
        source = f"# Made of {comment(text)}\nx = 'ü'\n".encode()
        assert tokenize.detect_encoding(io.BytesIO(source).readline)[0] == "utf-8"


def test_nothing_but_code_becomes_code() -> None:
    assert code("{}: {{}}", Code("a")) == "a: {}"
    assert joined(", ", [Code("a{}"), Code("b")]) == "a{}, b"
    with pytest.raises(TypeError, match="without having been quoted"):
        code("{}", "a")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="without having been quoted"):
        joined("", [Code("a").upper()])  # type: ignore[list-item]
