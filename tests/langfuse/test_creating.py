"""Proves what of a version Langfuse is given, and what is told that it can't hold."""

from __future__ import annotations

from typing import Any

import pytest

from promptport.errors import NotSupported
from promptport.langfuse.creating import arguments_of
from promptport.platform import NewVersion, Variable

USER = ({"role": "user", "content": "Hi {{name}}"},)
HELD: list[dict[str, Any]] = [
    {"name": "mail/a"}, {"name": "a<b"}, {"name": "news"}, {"labels": ("a.b_c-1", "latest")}, {"note": "n" * 500},
    {"config": [1]}, {"config": ""}, {"kind": "text"}, {"variables": ()}, {"variables": (Variable("name"),)},
    {"messages": ({"role": "tool", "content": ""},)}, {"messages": ()}, {"messages": ({"slot": "a_1"}, *USER)},
    {"messages": ({"role": "user", "content": "{ {a} }"},)},
]  # fmt: skip
UNHELD: list[tuple[dict[str, Any], str]] = [
    ({"name": " a"}, "white space"),
    ({"name": "a\n"}, "white space"),
    *(({"name": each}, "its name") for each in ("new", "metrics", "/a", "a/", "a//b", "a|b", "a<b>")),
    ({"version": 2}, "numbers them itself"),
    ({"labels": ("Prod", "x" * 37, "ok")}, f"the labels Prod, {'x' * 37}:"),
    ({"labels": ("a\n",)}, "the labels"),
    ({"note": "n" * 501}, "500 characters"),
    ({"description": "d"}, "a description"),
    ({"config": None}, "null"),
    ({"kind": "text", "messages": (*USER, *USER)}, "several messages"),
    ({"kind": "text", "messages": ({"slot": "a"},)}, "several messages"),
    ({"kind": "text", "messages": ({"role": "system", "content": "a"},)}, "the role 'system'"),
    ({"messages": ({"slot": "1a"},)}, "'1a'"),
    ({"messages": ({"slot": "ä"},)}, "'ä'"),
    ({"messages": ({"role": "user", "content": None},)}, "is nothing"),
    ({"messages": ({"role": "user", "content": [{"type": "text", "text": "a"}]},)}, "a list of parts"),
    ({"messages": ({"role": "user", "content": "a", "tool_calls": []},)}, "'tool_calls' of message 1"),
    ({"messages": ({"slot": "name"}, *USER)}, "'name', which is the name of a variable"),
    ({"messages": ({"role": "user", "content": "\\{{a}}"},)}, "would be a placeholder"),
    ({"messages": ({"role": "user", "content": "{{a.b}}"},)}, "'a.b' can't be the name"),
    ({"variables": (Variable("name", "string"),)}, "the type of the variable 'name'"),
    ({"variables": (Variable("name", None, False, "a", "d", ("a",)),)}, "the default, enum, description of the"),
    ({"variables": (Variable("other"),)}, "the variable 'other', which stands in no text"),
]


@pytest.mark.parametrize("fields", HELD)
def test_what_is_held(fields: dict[str, Any]) -> None:
    """It is sent as it is."""
    version = NewVersion(**{"name": "p", "messages": USER, **fields})
    made = arguments_of(version)
    assert (made["name"], made["config"], tuple(made["labels"])) == (version.name, version.config, version.labels)
    if version.kind == "text":
        assert made["prompt"] == "Hi {{name}}"
    else:
        said = [{"type": "placeholder", "name": each["slot"]} if "slot" in each else each for each in version.messages]
        assert made["prompt"] == said


@pytest.mark.parametrize(("fields", "words"), UNHELD)
def test_what_is_not_held(fields: dict[str, Any], words: str) -> None:
    with pytest.raises(NotSupported) as caught:
        arguments_of(NewVersion(**{"name": "p", "messages": USER, **fields}))
    assert words in str(caught.value)


def test_all_of_it_at_once() -> None:
    with pytest.raises(NotSupported, match=r"the labels A.*a description.*nothing"):
        arguments_of(NewVersion("p", ({"role": "user", "content": None},), labels=("A",), description="d"))
