"""Proves what an experiment and its copies start from."""

from __future__ import annotations

from typing import Any

import pytest

from promptport_local.promptic.starting import copied, starts_from

USER = [{"role": "user", "content": "Sort it."}]
SYSTEM = [{"role": "system", "content": "Sort it."}]


@pytest.mark.parametrize(("text", "task", "messages", "tokens"), [
    ("Sort it.", "classification", USER, 2), (None, "classification", [], None),
    ("", "classification", [{**USER[0], "content": ""}], 0),
    ("Sort it.", "toolSelection", SYSTEM, 2), (None, "toolSelection", [], None),
])  # fmt: skip
def test_a_text_is_the_users_or_the_systems(
    text: str | None, task: str, messages: list[Any], tokens: int | None
) -> None:
    fields = starts_from(text, task)
    assert (fields["initialPromptMessages"], fields["initialPromptTokens"]) == (messages, tokens)
    assert fields.get("systemPrompt", text) == text


def test_a_copy_of_a_selection_goes_on_from_its_descriptions() -> None:
    source = {
        "taskType": "toolSelection",
        "tools": [{"name": "a", "description": "old"}],
        "toolSource": "mcp",
        "systemPrompt": "mine",
        "optimizeSystemPrompt": False,
        "initialPromptMessages": SYSTEM,
        "promptFormat": "single",
    }
    best = {"toolDescriptions": {"a": "new"}, "selectionSystemPrompt": None, "promptMessages": SYSTEM}
    on = copied(source, best)
    assert (on["tools"], on["systemPrompt"], on["toolSource"]) == ([{"name": "a", "description": "new"}], "mine", "mcp")
    assert copied(source, {**best, "selectionSystemPrompt": "tuned"})["systemPrompt"] == "tuned"
    assert copied(source, None)["tools"] == source["tools"]
    assert source["tools"] == [{"name": "a", "description": "old"}]
    plain = {"taskType": "classification", "initialPromptMessages": USER, "promptFormat": "single"}
    assert "tools" not in copied(plain, None)
