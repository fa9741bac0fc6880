"""Proves that a template in another syntax renders the same, or is refused with what can't be said."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from promptport.errors import ArgumentError
from promptport.platform import Variable
from promptport.prompt.rewriting import Unsayable, joined, pieces_of, rewritten, rewritten_messages
from promptport.prompt.syntax import SYNTAXES
from promptport.prompt.template import Template

NAMES = ["a", "b.c", "x y", "_1"]
PIECES = ["{", "}", "{{", "}}", "\\", " ", "a", "b.c", "x y", "_1", "{{a}}", "{{ a }}", "{a}", "\\{{a}}", "é", "\n"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)


def rendered(text: str, syntax: str) -> str:
    """A text with every value put in; two placeholders never have the same value."""
    template = Template([text], syntax, [Variable(name) for name in NAMES] if syntax == "braces" else None)
    return template.render({name: f"<{name}>" for name in template.names})[0]


@given(TEXTS, st.sampled_from([*SYNTAXES]), st.sampled_from([*SYNTAXES]))
@example("{\\{{a}}", "spaced", "escaped")
@example("\\\\{{ a }}", "spaced", "escaped")
@example("{{a}}", "braces", "escaped")
def test_a_rewritten_text_renders_the_same(text: str, source: str, target: str) -> None:
    """Whatever it holds; what can't be said is refused and never another text."""
    try:
        made = rewritten(text, NAMES, source, target)
    except Unsayable:
        assert target != "escaped" or "x y" in text
        return
    assert rendered(made, target) == rendered(text, source)
    assert rewritten(made, NAMES, target, target) == made


@given(TEXTS)
def test_pieces_make_the_text_that_they_come_from(text: str) -> None:
    assert joined(pieces_of(text, (), "spaced"), "spaced") == text
    pieces = pieces_of(text, (), "escaped")
    assert pieces_of(joined(pieces, "escaped"), (), "escaped") == pieces


def test_blanks_stay_where_they_may() -> None:
    """So that a text that comes from a platform and goes back is the same."""
    assert rewritten("{{ a }}{{b}}", (), "spaced", "escaped") == "{{ a }}{{b}}"
    assert rewritten("{{ a }}", (), "escaped", "words") == "{{a}}"
    assert rewritten("{{ a }} {a}", ["a"], "words", "escaped") == "\\{{ a }} {a}"
    assert rewritten("{a} {b}", ["a"], "braces", "escaped") == "{{a}} {b}"


@pytest.mark.parametrize(
    ("text", "names", "source", "target", "wrong"),
    [
        ("{x y}", ["x y"], "braces", "escaped", "'x y' can't be the name of a placeholder"),
        ("{{b.c}}", [], "escaped", "words", "'b.c' can't be the name of a placeholder"),
        ("\\{{a}}", [], "escaped", "spaced", "The text `{{a}}` would be a placeholder"),
        ("{a} {{b}}", ["a"], "escaped", "braces", "The text `{a}` would be a placeholder"),
        ("\\{{a}} {{a}}", [], "escaped", "words", "The text `{{a}}` would be a placeholder"),
    ],
)
def test_what_can_not_be_said_is_told(text: str, names: list[str], source: str, target: str, wrong: str) -> None:
    with pytest.raises(Unsayable, match=wrong.replace("{", r"\{")) as caught:
        rewritten(text, names, source, target)
    assert isinstance(caught.value, ArgumentError)


def test_messages() -> None:
    """Every text in them that values are put into, and nothing else; a name that one of them has counts in all."""
    messages: list[dict[str, Any]] = [
        {"role": "system", "content": "{x} {{y}}", "name": "{x}"},
        {"slot": "history"},
        {"role": "user", "content": [{"type": "image_url", "image_url": {"url": "https://a/{y}", "detail": "{x}"}}]},
        {"role": "assistant", "content": None},
    ]
    assert rewritten_messages(messages, [Variable("x")], "braces", "escaped") == [
        {"role": "system", "content": "{{x}} {{y}}", "name": "{x}"},
        {"slot": "history"},
        {"role": "user", "content": [{"type": "image_url", "image_url": {"url": "https://a/{{y}}", "detail": "{x}"}}]},
        {"role": "assistant", "content": None},
    ]
    with pytest.raises(Unsayable, match=r"Message 2: The text `\{\{a\}\}` would be"):
        rewritten_messages([{"role": "user"}, {"role": "user", "content": "\\{{a}}"}], None, "escaped", "spaced")
