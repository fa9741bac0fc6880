"""Proves that what a platform holds becomes a file that renders the same, and a file what the platform can hold."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promptport.errors import ArgumentError
from promptport.files import PromptFile
from promptport.files.conversion import file_of, version_of
from promptport.files.prompt_file import read_prompt_file
from promptport.files.writing import write_prompt_file
from promptport.platform import Fetched, NewVersion, Variable
from promptport.prompt.message import texts_of
from promptport.prompt.rewriting import Unsayable
from promptport.prompt.syntax import SYNTAXES
from promptport.prompt.template import Template

PIECES = [
    "{",
    "}",
    "{{",
    "}}",
    "\\",
    " ",
    "a",
    "{{a}}",
    "{{ b.c }}",
    "{a}",
    "é",
    "\n",
    "--- user",
    "{% a %}",
    "$",
    "```",
    "\r",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)


def user(text: str, **more: Any) -> Fetched:
    """A version of one message."""
    return Fetched("welcome", [{"role": "user", "content": text}], **more)


def rendered(messages: Any, syntax: str, variables: Any) -> list[str]:
    """The texts with every value put in."""
    texts = [text for each in messages for text in texts_of(each)]
    template = Template(texts, syntax, variables)
    return template.render({name: f"<{name}>" for name in template.names}, strict=False)


@given(TEXTS, st.sampled_from([*SYNTAXES]), st.none() | st.just([Variable("a")]))
def test_a_file_renders_what_the_platform_does(text: str, syntax: str, variables: list[Variable] | None) -> None:
    """Whatever stands in the text; and back it goes to the same platform, to say the same."""
    fetched = user(text, variables=variables, syntax=syntax)
    file = file_of(fetched)

    assert read_prompt_file(write_prompt_file(file), "p.md") == file
    assert rendered(file.messages, "escaped", file.variables) == rendered(fetched.messages, syntax, variables)
    version = version_of("welcome", file, syntax)
    assert rendered(version.messages, syntax, version.variables) == rendered(fetched.messages, syntax, variables)


def test_everything_that_a_version_says() -> None:
    variables = [
        Variable("name", "string", description="Who."),
        Variable("count", "integer", True, "3"),
        Variable("ratio", "number", True, "0.50"),
        Variable("on", "boolean", False, "true"),
        Variable("tone", "enumeration", enum=["dry", "warm"]),
        Variable("list", None, False, ("a",)),
    ]
    config = {"model": "gpt-4o", "stop": None, "tools": ({"a": 1},)}
    fetched = Fetched(
        "p", ({"role": "system", "content": "{name} {{count}} {{on}}"}, {"slot": "history"}),
        variables[:2] + variables[3:], "braces", 7, "production", "id", config,
        kind="chat", labels=["production", "latest", "production"], tags=("x", "x"), note="n",
        description="d",
    )  # fmt: skip
    file = file_of(fetched)
    assert file == PromptFile(
        ({"role": "system", "content": "{{name}} {{count}} {{on}}"}, {"slot": "history"}),
        ("name", "count", "on"),
        (
            Variable("name", "string", description="Who."),
            Variable("count", "integer", False, 3),
            Variable("on", "boolean", False, True),
            Variable("tone", None, enum=("dry", "warm")),
            Variable("list", "array", False, ["a"]),
        ),
        {"model": "gpt-4o", "stop": None, "tools": [{"a": 1}]},
        ("production",), "d", ("x",), "n", "chat",
    )  # fmt: skip
    assert version_of("p", file) == NewVersion(
        "p", file.messages, "chat", file.variables, "escaped", file.config, ("production",), ("x",), "n", "d"
    )
    assert file_of(version_of("p", file)) == file
    with pytest.raises(Unsayable, match="The default is of a wrong type: str, not number"):
        file_of(fetched._replace(variables=variables))


@pytest.mark.parametrize(
    ("fetched", "kind"),
    [
        (user("Hi"), "text"),
        (user("Hi", kind="chat"), "chat"),
        (Fetched("p", [{"role": "system", "content": "Hi"}], kind="text"), "text"),
        (Fetched("p", [{"role": "system", "content": "Hi"}]), "chat"),
        (Fetched("p", [], kind="text"), "chat"),
    ],
)
def test_kinds(fetched: Fetched, kind: str) -> None:
    """Where a platform has no kinds, one text of the user is a text."""
    assert file_of(fetched).kind == kind


def test_what_is_used_is_declared() -> None:
    """A file that declares variables declares all; where a platform has none of them, neither has the file."""
    assert file_of(user("{{a}} {{u.b}}", variables=[Variable("u", "object")])).variables == (
        Variable("u", "object"),
        Variable("a"),
    )
    assert file_of(user("{{a}}", variables=[])).variables == (Variable("a"),)
    assert file_of(user("Hi", variables=[])).variables is None
    assert file_of(user("${{ a }}")).variables is None


def test_what_can_not_be_said_is_told() -> None:
    """With the prompt, and the thing."""
    with pytest.raises(Unsayable, match="welcome: Message 1: 'x y' can't be the name"):
        file_of(user("{x y}", variables=[Variable("x y")], syntax="braces"))
    with pytest.raises(Unsayable, match=r"welcome: a prompt file can't say it\. No placeholder can name 'x y'"):
        file_of(user("Hi", variables=[Variable("x y")]))
    with pytest.raises(Unsayable, match=r"welcome: Message 1: The text `\{\{a\}\}` would be"):
        version_of("welcome", read_prompt_file(b"\\{{a}}", "p.md"), "spaced")
    with pytest.raises(ArgumentError, match="names the parts b: read it with `Folder`"):
        version_of("a", read_prompt_file(b"{{> b}}", "p.md", parts=True))
