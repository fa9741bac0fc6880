"""Proves what becomes of prompts that a server is given, at xR2."""

from __future__ import annotations

from promptport_local.prompts import read_prompts
from promptport_local.xr2.given import versions_of


def test_three_texts_and_a_status() -> None:
    """Messages of one role are one text; a variable is required unless it says otherwise."""
    messages = [
        {"role": "system", "content": "S"}, {"role": "developer", "content": "D"}, {"role": "user", "content": "U"},
        {"slot": "history"}, {"role": "user", "content": "V"},
    ]  # fmt: skip
    variables = [{"name": "x"}, {"name": "y", "required": False, "default": 1}]
    (prompt,) = read_prompts([{"name": "p", "versions": [{"messages": messages, "variables": variables}]}])
    (version,) = versions_of(prompt)

    assert (version["system_prompt"], version["user_prompt"], version["assistant_prompt"]) == ("S\n\nD", "U\n\nV", None)
    assert version["status"] == "production"
    assert [each["required"] for each in version["variables"]] == [True, False]
