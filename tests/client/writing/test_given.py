"""Proves what `create_version` takes: all of it is kept, and what is wrong is named before anything is sent."""

from __future__ import annotations

from typing import Any

import pytest

from promptport.client.writing.given import checked_label, lacking, new_version
from promptport.errors import ArgumentError, NotSupported
from promptport.platform import NewVersion, Traits, Variable

TRAITS = Traits("any", "memory")
LABELLED = Traits("any", "memory", labels=("production",), versions="")


def test_all_that_a_version_can_say() -> None:
    """As it was given, in the caller's order, each label and tag once."""
    messages: list[dict[str, Any]] = [
        {"role": "system", "content": "S {{a}}"},
        {"slot": "history"},
        {"role": "assistant", "content": None, "tool_calls": [{"id": "1"}]},
        {"role": "user", "content": [{"type": "text", "text": "x"}], "name": "n"},
        {"role": "tool"},
    ]
    variable = Variable("a", "array", False, [1], "What.", ([1], [2]))
    found = new_version(
        TRAITS, "p", messages, variables=[variable, "b"], config=[{"x": None}], labels=["l", "m", "l"], tags=("t",),
        note="n", description="d", version=3,
    )  # fmt: skip
    messages[0]["content"] = "other"
    assert found == NewVersion(
        "p",
        (
            {"role": "system", "content": "S {{a}}"},
            {"slot": "history"},
            {"role": "assistant", "content": None, "tool_calls": [{"id": "1"}]},
            {"role": "user", "content": [{"type": "text", "text": "x"}], "name": "n"},
            {"role": "tool", "content": None},
        ),
        "chat",
        (variable, Variable("b")),
        "escaped",
        [{"x": None}],
        ("l", "m"),
        ("t",),
        "n",
        "d",
        3,
    )


def test_a_text_and_kinds() -> None:
    """A text is one of the user's; a list is a chat, unless it is one text and said to be."""
    said = ({"role": "user", "content": "Hi"},)
    assert new_version(TRAITS, "p", "Hi") == NewVersion("p", said, "text")
    assert new_version(TRAITS, "p", "Hi", kind="chat").kind == "chat"
    assert new_version(TRAITS, "p", said).kind == "chat"
    assert new_version(TRAITS, "p", iter(said), kind="text") == NewVersion("p", said, "text")


@pytest.mark.parametrize(
    ("messages", "more", "told"),
    [
        (3, {}, "`messages` must be a text or a list of messages, not int"),
        ({"role": "user"}, {}, "not dict"),
        ([], {}, "at least one message"),
        (["Hi"], {}, r"`messages\[0\]` must be a mapping"),
        ([{"content": "x"}], {}, r"`messages\[0\]` needs a `role`"),
        (
            [{"type": "placeholder", "name": "history"}],
            {},
            r"needs a `role`.+ a place for others is {'slot': 'history'}",
        ),
        ([{"role": "user", "content": 3}], {}, r"`content` of `messages\[0\]` must be"),
        ([{"role": "user", "content": ["x"]}], {}, r"`content` of `messages\[0\]` must be"),
        ([{"slot": "h", "role": "user"}], {}, "place of a history alone"),
        ([{"slot": ""}], {}, "place of a history alone"),
        ([{"role": "user", "content": "x", "y": {1, 2}}], {}, r"`messages\[0\]\['y'\]` is a set"),
        ("\ud800", {}, "half a character"),
        ([{"role": "system", "content": "x"}], {"kind": "text"}, "is one text"),
        ("x", {"kind": "prose"}, "'text' or 'chat', not 'prose'"),
        ("x", {"variables": "name"}, "`variables` must be a list of names"),
        ("x", {"variables": {"a": 1}}, "`variables` must be a list of names"),
        ("x", {"variables": [3]}, r"`variables\[0\]` must be a name or a Variable, not int"),
        ("x", {"variables": [""]}, r"`variables\[0\]` needs a name"),
        ("x", {"variables": ["a", Variable("a")]}, "the same name twice: a"),
        ("x", {"variables": [Variable("a", "strin")]}, r"'strin', is no type \(did you mean string\?\)"),
        ("x", {"variables": [Variable("a", enum=())]}, r"`variables\[0\]\.enum` must be a list"),
        ("x", {"variables": [Variable("a", enum="ab")]}, r"`variables\[0\]\.enum` must be a list"),
        ("x", {"variables": [Variable("a", "integer", enum=(1, "b"))]}, "a value that does not fit: str, not integer"),
        ("x", {"variables": [Variable("a", "integer", default="b")]}, "a value that does not fit: str, not integer"),
        ("x", {"variables": [Variable("a", enum=("b",), default="c")]}, 'does not fit: none of "b"'),
        ("x", {"variables": [Variable("a", required=None)]}, "True or False"),  # type: ignore[arg-type]
        ("x", {"config": {"a": object()}}, r"`config\['a'\]` is a object"),
        ("x", {"labels": "production"}, "`labels` must be a list of texts, not str"),
        ("x", {"labels": [3]}, "`labels` must be a text, not int"),
        ("x", {"tags": [""]}, "`tags` must hold no empty text"),
        ("x", {"tags": 3}, "`tags` must be a list of texts, not int"),
        ("x", {"note": None}, "`note` must be a text, not NoneType"),
        ("x", {"description": 1}, "`description` must be a text"),
        ("x", {"version": True}, "A version is a number or an id"),
    ],
)
def test_what_is_wrong_is_named(messages: Any, more: dict[str, Any], told: str) -> None:
    with pytest.raises(ArgumentError, match=told):
        new_version(TRAITS, "p", messages, **more)


@pytest.mark.parametrize("name", ["", None, 3, "\ud800"])
def test_a_name_that_is_none(name: Any) -> None:
    with pytest.raises(ArgumentError):
        new_version(TRAITS, name, "x")


def test_what_the_platform_has() -> None:
    """A label or a version that it knows none of is told."""
    with pytest.raises(NotSupported, match="no label 'staging': it has production"):
        new_version(LABELLED, "p", "x", labels=["production", "staging"])
    with pytest.raises(NotSupported, match="one version of each prompt"):
        new_version(LABELLED, "p", "x", version=3)
    with pytest.raises(NotSupported, match="no label 'staging'"):
        checked_label(LABELLED._replace(versions="id"), "p", "staging", "1")
    with pytest.raises(NotSupported, match="one version"):
        checked_label(LABELLED, "p", "production", "1")
    for given in (("p", "production", None), ("p", None, 1), ("p", "", 1), ("", "production", 1)):
        with pytest.raises(ArgumentError):
            checked_label(TRAITS, *given)


def test_what_there_is_instead() -> None:
    class Source:
        no_versions_made = "Write by hand."
        no_deletions = "Burn it."

    for method, told in (
        ("create_version", "any makes no versions here. Write by hand."),
        ("label", "any moves no labels here. Write by hand."),
        ("delete", "any deletes no prompts here. Burn it."),
    ):
        assert str(lacking(Source(), method, TRAITS)) == told
        assert str(lacking(object(), method, TRAITS)).endswith(" here.")
