"""Proves what becomes of prompts that a server is given, at Scope."""

from __future__ import annotations

from promptport_local.prompts import read_prompts
from promptport_local.scope.given import versions_of


def test_texts_chats_and_labels() -> None:
    """A single text of the user is a text, all else a chat; labels become statuses, the live version is in production."""
    user, system = {"role": "user", "content": "U"}, {"role": "system", "content": "S"}
    (prompt,) = read_prompts(
        [
            {
                "name": "p",
                "versions": [
                    {"messages": [user], "labels": ["deprecated"]},
                    {"messages": [system, {"slot": "history"}, user], "variables": [{"name": "x"}], "config": {"a": 1}},
                    {"messages": [user], "labels": ["draft"]},
                ],
            }
        ]
    )
    first, second, third = versions_of(prompt)
    assert (first["status"], first["content"], first["is_production"]) == ("archived", "U", False)
    assert (second["status"], second["content"], second["is_production"]) == ("published", [system, user], True)
    assert (second["variables"], second["metadata"]) == (["x"], {"a": 1})
    assert (third["status"], third["version_number"], third["tags"]) == ("draft", 3, ["draft"])
