"""Proves what prompts that the server was given become."""

from __future__ import annotations

from typing import Any

from promptport_local.langfuse.backend import Backend
from promptport_local.prompts import read_prompts

from .conftest import labels


def given(langfuse: Backend, *versions: dict[str, Any]) -> None:
    langfuse.load(read_prompts([{"name": "mail/p", "versions": list(versions)}]))


def test_a_text_keeps_what_belongs_to_it(langfuse: Backend) -> None:
    user = [{"role": "user", "content": "Hi {{x}}"}]
    given(langfuse, {"messages": user, "number": 3, "labels": ["draft"], "config": ["a"], "note": "n", "tags": ["t"]})
    found = langfuse.get("mail/p", 3)
    assert (found["type"], found["prompt"], found["config"], found["commitMessage"]) == ("text", "Hi {{x}}", ["a"], "n")
    assert (found["tags"], found["labels"]) == (["t"], ["draft", "latest"])


def test_one_chat_makes_chats_of_all(langfuse: Backend) -> None:
    """A type holds for all versions. Places keep their names; of a list of parts its texts stay."""
    user = [{"role": "user", "content": "Hi"}]
    parts = [{"type": "text", "text": "a"}, "b"]
    chat = [{"slot": "history"}, {"role": "tool", "content": None}, {"role": "assistant", "content": parts}]
    given(langfuse, {"messages": user}, {"messages": chat, "labels": ["staging"]}, {"messages": user, "kind": "chat"})
    first, second = langfuse.get("mail/p", 1)["prompt"], langfuse.get("mail/p", 2)["prompt"]
    assert first == user
    assert second == [
        {"type": "placeholder", "name": "history"},
        {"role": "tool", "content": ""},
        {"role": "assistant", "content": "a\n\nb"},
    ]
    assert labels(langfuse, "mail/p") == {1: [], 2: ["staging"], 3: ["production", "latest"]}
    given(langfuse, {"messages": user, "kind": "chat"})
    assert langfuse.get("mail/p")["type"] == "chat"
