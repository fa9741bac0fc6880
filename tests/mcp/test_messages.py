"""Proves that nothing that a message says is lost on the way to a host."""

from __future__ import annotations

import json

import pytest
from mcp.types import TextContent

from promptport.mcp.messages import FIELDS, ROLE, prompt_messages, spoken

from .pieces import PIXEL, message

pytestmark = pytest.mark.one_python("messages are the same on all")


def test_roles() -> None:
    """What is the system's goes as the user's, in its place, and says so."""
    given = [
        message("A", "system"),
        message("B", "developer"),
        message("C"),
        message("D", "assistant"),
        message("E", "critic"),
    ]
    found = list(spoken(given))
    assert [(each.role, each.own) for each in found] == [
        ("user", "system"),
        ("user", "developer"),
        ("user", "user"),
        ("assistant", "assistant"),
        ("user", "critic"),
    ]
    blocks = [block for each in found for block in each.blocks]
    assert [each.text for each in blocks[:4] if isinstance(each, TextContent)] == ["A", "B", "C", "D"]
    assert [each.meta for each in blocks] == [{ROLE: "system"}, {ROLE: "developer"}, None, None, {ROLE: "critic"}]


def test_each_part_is_a_message() -> None:
    parts = [
        {"type": "text", "text": "Look."},
        {"type": "image_url", "image_url": {"url": f"data:image/png;base64,{PIXEL}"}},
    ]
    assert [(each.role, each.content.type) for each in prompt_messages([message(parts)])] == [
        ("user", "text"),
        ("user", "image"),
    ]


@pytest.mark.parametrize("content", [None, "", []])
def test_an_empty_message_stays_one(content: object) -> None:
    assert [each.content for each in prompt_messages([message(content)])] == [TextContent(text="")]


@pytest.mark.parametrize(
    "given",
    [
        message(None, "assistant", tool_calls=[{"id": "1", "function": {"name": "f", "arguments": "{}"}}]),
        message("Wet.", "tool", tool_call_id="1"),
        message(None, "assistant", refusal="No."),
        message({"odd": 1}),
        message([3]),
    ],
)
def test_what_has_no_block_goes_as_json(given: object) -> None:
    (found,) = prompt_messages([given])  # type: ignore[list-item] # they are messages
    assert isinstance(found.content, TextContent)
    assert json.loads(found.content.text) == given.to_dict()  # type: ignore[attr-defined] # likewise
    assert FIELDS not in (found.content.meta or {})


def test_other_fields_are_told_beside_it() -> None:
    (found,) = prompt_messages([message("Hi.", name="alice", cache_control={"type": "ephemeral"})])
    assert found.content.meta == {FIELDS: {"name": "alice", "cache_control": {"type": "ephemeral"}}}
