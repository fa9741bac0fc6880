# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""Make an experiment that tunes the descriptions of tools, with its cases and its evaluator. It waits for its start.  POST /api/v1/experiments/tool-selection"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from promptport.model import (
    History,
    Operation,
    Parameter,
    Request,
    contract_of,
    load,
)
from promptport.model import Shape as _Shape

from ... import models

OPERATION = Operation(
    "create_tool_selection_experiment",
    "POST",
    "/api/v1/experiments/tool-selection",
    "https://promptic.eu",
    security=(
        "session",
        "application",
        "workspace",
        "key",
    ),
    alternatives=(("session", "application"), ("session", "workspace"), ("key",)),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("ai_component_id", "aiComponentId", "body", "string", required=True),
        Parameter("tools", "tools", "body", "array", required=True),
        Parameter("test_cases", "testCases", "body", "array", required=True),
        Parameter("target_model", "targetModel", "body", "string"),
        Parameter("tool_source", "toolSource", "body", "string", default="manual"),
        Parameter("system_prompt", "systemPrompt", "body", "string"),
        Parameter("optimize_system_prompt", "optimizeSystemPrompt", "body", "boolean", default=False),
        Parameter("epochs", "epochs", "body", "integer"),
        Parameter("train_split_ratio", "trainSplitRatio", "body", "number"),
        Parameter("name", "name", "body", "string"),
        Parameter("description", "description", "body", "string"),
    ),
    history=History(name="create_tool_selection_experiment", since="0.20.0"),
)


def request(
    ai_component_id: str,
    *,
    tools: Sequence[models.ToolInput] | Sequence[Mapping[str, Any]],
    test_cases: Sequence[models.ToolCaseInput] | Sequence[Mapping[str, Any]],
    target_model: str | None = None,
    tool_source: Literal["mcp", "manual"] | str = "manual",
    system_prompt: str | None = None,
    optimize_system_prompt: bool = False,
    epochs: int | None = None,
    train_split_ratio: float | None = None,
    name: str | None = None,
    description: str | None = None,
) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "ai_component_id": ai_component_id,
            "tools": tools,
            "test_cases": test_cases,
            "target_model": target_model,
            "tool_source": tool_source,
            "system_prompt": system_prompt,
            "optimize_system_prompt": optimize_system_prompt,
            "epochs": epochs,
            "train_split_ratio": train_split_ratio,
            "name": name,
            "description": description,
        },
    )


def parse(content: bytes) -> models.Experiment:
    """Read a successful answer."""
    answer: models.Experiment = load(content, shape=_Shape("object", fields=lambda: contract_of(models.Experiment)))
    return answer
