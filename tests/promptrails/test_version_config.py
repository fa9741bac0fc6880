"""Proves what the parts of a version of an agent send, and that they are made of mappings."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from promptport import ArgumentError
from promptport.promptrails import (
    ApprovalPolicy,
    GuardrailSpec,
    InstallMCPTemplateRequest,
    ModelConfig,
    PromptAgentConfig,
    RunBudget,
    SubAgentAttachment,
    ToolAttachment,
)

GUARD = {"type": "input", "scanner_type": "pii", "action": "block", "is_active": True}


@pytest.mark.parametrize(
    ("part", "wanted"),
    [
        (ModelConfig(), {}),
        (ModelConfig("m", None, 0, 0.0, 0), {"model_id": "m", "temperature": 0, "top_p": 0.0, "top_k": 0}),
        (RunBudget(0.0, max_depth=0), {"max_cost": 0.0, "max_depth": 0}),
        (ApprovalPolicy("assigned", []), {"mode": "assigned", "member_ids": []}),
        (GuardrailSpec("input", "pii"), GUARD),
        (GuardrailSpec("input", "pii", config={"a": None}, id="g"), GUARD | {"config": {"a": None}, "id": "g"}),
        (PromptAgentConfig("p"), {"prompt_id": "p", "type": "agent"}),
        (ToolAttachment("t"), {"mcp_tool_id": "t", "requires_approval": False, "no_retry": False}),
        (
            SubAgentAttachment("a", "helper", mode="handoff", sort_order=0),
            {"agent_id": "a", "alias": "helper", "mode": "handoff", "requires_approval": False, "sort_order": 0},
        ),
    ],
    ids=lambda each: type(each).__name__,
)
def test_what_is_sent(part: Any, wanted: dict[str, Any]) -> None:
    """What is not None, and nothing else."""
    assert part.to_dict() == wanted


@pytest.mark.parametrize("kind", [ModelConfig, RunBudget, ApprovalPolicy, GuardrailSpec, InstallMCPTemplateRequest])
def test_from_a_mapping(kind: Any) -> None:
    """What an answer holds makes the part that it came from; unknown names are passed over, nothing makes nothing."""
    made = kind(*(f"{each.name}-1" for each in dataclasses.fields(kind)))
    assert kind.from_dict(made.to_dict() | {"more": 1}) == made
    assert kind.from_dict(None) is None
    for wrong in ("model_id", ["model_id"], made):
        with pytest.raises(ArgumentError, match=f"{kind.__name__}.from_dict: `data` must be a mapping"):
            kind.from_dict(wrong)


def test_they_can_be_changed() -> None:
    """A program fills them in bit by bit."""
    budget = RunBudget()
    budget.max_cost = 1.5
    assert budget.to_dict() == {"max_cost": 1.5}
