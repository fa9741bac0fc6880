"""Proves that the local PromptRails holds the prompts that a server is given."""

from __future__ import annotations

from promptport_local.promptrails.backend import Backend
from promptport_local.prompts import read_prompts


def test_prompts_that_are_given_and_their_place(rails: Backend) -> None:
    """Versions in place of those that are there; the one in production is current; what has no field is kept."""
    said = [
        {"role": "system", "content": "S"},
        {"role": "user", "content": "Hi {{x}}"},
        {"role": "assistant", "content": "A"},
    ]
    mine = {
        "name": "mine",
        "versions": [
            {"messages": [{"role": "user", "content": "Hi"}]},
            {
                "messages": said,
                "variables": [
                    {"name": "x", "type": "string", "required": True},
                    {"name": "y", "required": False, "default": "z"},
                ],
                "config": {"temperature": 0.5},
            },
            {"messages": [{"role": "user", "content": "Draft"}], "labels": ["draft"]},
        ],
    }
    welcome = {"name": "welcome", "versions": [{"messages": [{"role": "user", "content": "Hello"}]}]}
    rails.load(read_prompts([mine, welcome]))
    rails.load(read_prompts([mine]))
    (held,) = rails.records.all("prompts", name="mine")
    shown = rails.records.get("prompts", held["id"])["current_version"]
    assert [shown[name] for name in ("version", "system_prompt", "user_prompt")] == ["2", "S", "Hi {{x}}"]
    assert shown["config"] == {"temperature": 0.5, "assistant_prompt": "A"}
    assert shown["input_schema"] == {
        "type": "object",
        "properties": {"x": {"type": "string"}, "y": {"default": "z"}},
        "required": ["x"],
    }
    assert len(rails.records.listed("prompt_versions", held["id"])) == 3
    assert rails.records.get("prompts", "welcome-id")["current_version"]["user_prompt"] == "Hello"
