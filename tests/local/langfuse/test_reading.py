"""Proves what a request must be to make a version, or to label one."""

from __future__ import annotations

from typing import Any

import pytest

from promptport_local.errors import Refusal
from promptport_local.langfuse.reading import read_creation, read_labels


def issues(body: Any, read: Any = read_creation) -> list[dict[str, Any]]:
    with pytest.raises(Refusal) as caught:
        read(body)
    assert caught.value.status == 400
    found: list[dict[str, Any]] = caught.value.body["error"]
    return found


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(
            ("name", each)
            for each in ("", "a|b", "<b>", "x<a href=1>y", "/a", "a/", "a//b", "new", " metrics ", 1, None)
        ),
        *(("labels", each) for each in (None, "a", ["A"], [""], ["a b"], ["a" * 37], ["a\n"], [1])),
        *(("tags", each) for each in ("a", [1], [None])),
        ("commitMessage", "x" * 501),
        ("commitMessage", 1),
        ("prompt", []),
        ("prompt", None),
        ("type", "chat"),
        ("type", "other"),
    ],
)
def test_what_is_refused(field: str, value: Any) -> None:
    """It is one issue, which says what is wrong with either form."""
    (found,) = issues({"name": "p", "prompt": "", field: value})
    assert (found["code"], found["path"]) == ("invalid_union", [])
    text, chat = found["errors"]
    assert field in [each["path"][0] for each in (chat if value == "chat" else text)] or (field, value) == (
        "type",
        "chat",
    )
    assert all(each["message"] for each in [*text, *chat])


@pytest.mark.parametrize("body", [None, [], "x", 1, {}, {"name": "p"}, {"prompt": ""}])
def test_what_is_no_prompt_at_all(body: Any) -> None:
    assert issues(body)[0]["code"] == "invalid_union"


def test_usual_values() -> None:
    assert read_creation({"name": "p", "prompt": "x", "other": 1, "type": None, "config": None}) == {
        "name": "p", "type": "text", "prompt": "x", "labels": [], "tags": None, "config": {}, "commitMessage": None,
    }  # fmt: skip
    full = {"labels": ["a-b_c.1", "latest"], "tags": ["", "any"], "config": [0], "commitMessage": "x" * 500}
    assert read_creation({"name": "p", "prompt": "", "type": "text", **full}).items() >= full.items()
    assert read_creation({"name": "p", "prompt": [], "type": "chat"})["prompt"] == []


def test_names_are_judged_before_blanks_are_cut() -> None:
    names = {" a b\u00a0": "a b", " /a": "/a", "a<b": "a<b", "news": "news", "x" * 300: "x" * 300}
    for given, kept in names.items():
        assert read_creation({"name": given, "prompt": ""})["name"] == kept


def test_messages_keep_a_role_and_a_content() -> None:
    """Whatever type they say they are; a place keeps its name, which is a word of ASCII."""
    given = [
        {"role": "any", "content": "", "name": "n", "tool_calls": []},
        {"role": "user", "content": "x", "type": "placeholder", "name": "1"},
        {"type": "placeholder", "name": "h_1", "role": None, "content": 1},
    ]
    assert read_creation({"name": "p", "type": "chat", "prompt": given})["prompt"] == [
        {"role": "any", "content": ""}, {"role": "user", "content": "x"}, {"type": "placeholder", "name": "h_1"},
    ]  # fmt: skip
    for wrong in (
        {"role": "user"}, {"role": "user", "content": None}, {"role": "user", "content": []}, {"name": "h"}, "text",
        {"type": "placeholder", "name": "1h"}, {"type": "placeholder", "name": "é"}, {"type": "placeholder", "name": "a\n"},
    ):  # fmt: skip
        assert issues({"name": "p", "type": "chat", "prompt": [wrong]})[0]["code"] == "invalid_union"


def test_labels_of_a_version() -> None:
    """Their form is not looked at; the platform alone gives `latest`."""
    assert read_labels({"newLabels": ["A b:c", ""], "other": 1}) == ["A b:c", ""]
    assert issues({"newLabels": ["a", "latest"]}, read_labels)[0]["path"] == ["newLabels", 1]
    wrong: list[Any] = [{}, {"newLabels": "a"}, {"newLabels": [1]}, {"newLabels": None}, [], None]
    for body in wrong:
        assert issues(body, read_labels)
