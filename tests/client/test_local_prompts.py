"""Proves that the prompt of a file is made once for each version of the file."""

from __future__ import annotations

from promptport.client.local_prompts import LocalPrompts
from promptport.platform import Fetched, Query


def test_made_once_for_each_answer() -> None:
    prompts, query = LocalPrompts("files"), Query("p")
    first, second = (Fetched("p", [{"role": "user", "content": text}]) for text in ("one", "two"))

    assert prompts.made(query, first) is None
    made = prompts.make(query, first)
    assert prompts.made(query, first) is made
    assert prompts.make(query, first) is made
    assert made.origin.source == "file"
    assert made.origin.platform == "files"
    assert prompts.made(query, second) is None
    changed = prompts.make(query, second)
    assert changed.messages[0].content == "two"
    assert prompts.made(query, first) is None
    assert prompts.made(Query("q"), second) is None
