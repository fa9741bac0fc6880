"""Proves that the prompt of a file is made once for each version of the file."""

from __future__ import annotations

from promptport.client.local_prompts import LocalPrompts
from promptport.platform import Fetched, Query


def test_made_once_for_each_answer() -> None:
    prompts, query = LocalPrompts("files"), Query("p")
    first, second = (Fetched("p", [{"role": "user", "content": text}]) for text in ("one", "two"))

    made = prompts.prompt(query, first)
    assert prompts.prompt(query, first) is made
    assert made.origin.source == "file"
    assert made.origin.platform == "files"
    changed = prompts.prompt(query, second)
    assert changed.messages[0].content == "two"
    assert prompts.prompt(Query("q"), first) is not made
