"""Proves that whatever a prompt is made of is shown."""

from __future__ import annotations

import json

import pytest

from promptport.cli.asked import as_data, described, lines_of, variable_shown
from promptport.platform import Fetched, Variable
from promptport.prompt.prompt import Prompt

pytestmark = pytest.mark.one_python("what is shown is the same on each")
MESSAGES = (
    {"role": "system", "content": "Be [bold]brief[/]."},
    {"slot": "history"},
    {"role": "user", "content": [
        {"type": "text", "text": "Look:"}, {"type": "image_url", "image_url": {"url": "https://x/{{n}}"}},
        {"type": "text", "text": 3},
    ]},
    {"role": "assistant", "content": None, "tool_calls": [{"id": "c"}]},
    {"role": "tool", "content": "", "tool_call_id": "c"},
)  # fmt: skip
FETCHED = Fetched(
    "n", MESSAGES, (), version=3, label="production", id="i", config={"temperature": 0.5}, kind="chat",
    labels=("production", "new"), tags=("a", "b"), note="why", description="what for", experiment="e",
)  # fmt: skip


def test_messages_as_lines() -> None:
    """Roles and whatever else they have in heads; places, parts and calls of tools as they are."""
    assert list(lines_of(MESSAGES)) == [
        "--- system", "Be [bold]brief[/].",
        "--- {{history}}",
        "--- user", "Look:", '{"type": "image_url", "image_url": {"url": "https://x/{{n}}"}}', '{"type": "text", "text": 3}',
        '--- assistant {"tool_calls": [{"id": "c"}]}',
        '--- tool {"tool_call_id": "c"}', "",
    ]  # fmt: skip


def test_all_that_is_known() -> None:
    prompt = Prompt.of(FETCHED, "xr2", "network")
    assert dict(described(prompt)) == {
        "version": "3", "label": "production", "labels": "production, new", "id": "i", "from": "xr2 (network)",
        "kind": "chat", "tags": "a, b", "description": "what for", "note": "why", "unit": "", "experiment": "e",
        "config": '{"temperature": 0.5}',
    }  # fmt: skip
    found = as_data(prompt)
    assert json.loads(json.dumps(found)) == found
    assert found["messages"] == list(MESSAGES)
    assert {"tags": ["a", "b"], "note": "why", "kind": "chat"}.items() <= found.items()


def test_variables() -> None:
    shown = [
        variable_shown(each)
        for each in (
            Variable("a"),
            Variable("b", "string", default="", description="why"),
            Variable("c", "integer", required=False),
            Variable("d", enum=["en", 3]),
        )
    ]
    assert shown == ["a", 'b: string = ""  why', "c: integer (optional)", 'd, one of "en", 3']
