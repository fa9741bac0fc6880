"""Proves that the local PromptRails searches what agents remember."""

from __future__ import annotations

from typing import Any

from promptport_local.promptrails.backend import Backend

from ..conftest import Clock


def test_memories_are_searched_by_their_words(rails: Backend, clock: Clock) -> None:
    for content in ("Refunds: see the REFUND POLICY.", "A policy on shipping", "Nothing of it"):
        clock.forward(seconds=1)
        rails.records.create("memories", {"content": content, "memory_type": "fact"}, "agent-id")

    def found(*arguments: Any, **more: Any) -> list[str]:
        return [each["content"][:7] for each in rails.memories.search("agent-id", *arguments, **more)]

    assert found("refund policy") == ["Refunds", "The ref"]
    assert found("refund policy", limit=1) == ["Refunds"]
    assert found("refund policy", threshold=0.5) == ["Refunds", "The ref", "A polic"]
    assert len(found("")) == 4
    assert rails.memories.search("invalid-id", "refund policy") == []
    assert rails.memories.forget("agent-id") == {"deleted": 4}
    assert rails.memories.forget("agent-id") == {"deleted": 0}
