# Made from tests/promptic/_async/test_experiments.py by `python tools/unasync.py`: change that file, never this one.
"""Proves what the calls about experiments take besides what the wire has."""

from __future__ import annotations

from typing import Any

import pytest

from promptport.promptic import PrompticClient

from ..wire import Wire

TOOLS: list[dict[str, Any]] = [
    {"name": "a", "description": "b", "input_schema": {"x": 1}, "inputSchema": {"y": 1}, "other": 1},
    {"name": "c", "description": "d", "inputSchema": {"y": 1}},
    {"name": "e", "description": "f"},
]
CASES: list[dict[str, Any]] = [
    {"query": "q", "expected_tool": "a", "expectedTool": "b", "other": 1},
    {"query": "r", "expectedTool": "c"},
    {"query": "s", "expected_tool": ""},
]
ALWAYS = {
    "aiComponentId": "c",
    "tools": [
        {"name": "a", "description": "b", "inputSchema": {"x": 1}},
        {"name": "c", "description": "d", "inputSchema": {"y": 1}},
        {"name": "e", "description": "f"},
    ],
    "testCases": [
        {"query": "q", "expectedTool": "a"},
        {"query": "r", "expectedTool": "c"},
        {"query": "s", "expectedTool": ""},
    ],
    "toolSource": "manual",
    "optimizeSystemPrompt": False,
}


def test_a_selection_of_tools() -> None:
    """Names in snake_case win, other keys stay here, and what is not given is not sent."""
    wire = Wire()
    with PrompticClient("k", transport=wire.transport) as client:
        client.create_tool_selection_experiment("c", tools=TOOLS, test_cases=CASES)
        assert wire.body == ALWAYS
        assert wire.last.url.path == "/api/v1/experiments/tool-selection"
        more: dict[str, Any] = {
            "target_model": "m", "tool_source": "mcp", "system_prompt": "p", "optimize_system_prompt": True, "epochs": 2,
            "train_split_ratio": 0.5, "name": "n", "description": "d",
        }  # fmt: skip
        client.create_tool_selection_experiment("c", tools=tuple(TOOLS), test_cases=tuple(CASES), **more)
        assert wire.body == ALWAYS | {
            "targetModel": "m", "toolSource": "mcp", "systemPrompt": "p", "optimizeSystemPrompt": True, "epochs": 2,
            "trainSplitRatio": 0.5, "name": "n", "description": "d",
        }  # fmt: skip


@pytest.mark.parametrize("case", [{"query": "q"}, {"query": "q", "expected_tool": None}])
def test_a_question_without_its_tool(case: dict[str, Any]) -> None:
    """It is refused before anything is sent."""
    wire = Wire()
    with PrompticClient("k", transport=wire.transport) as client:
        with pytest.raises(ValueError, match="expected_tool"):
            client.create_tool_selection_experiment("c", tools=TOOLS, test_cases=[*CASES, case])
    assert not wire.seen


def test_variables_of_the_prompt() -> None:
    """They are sent where they are given."""
    wire = Wire()
    with PrompticClient("k", transport=wire.transport) as client:
        client.create_experiment("c", "m", input_variables=[{"name": "a", "column": "b"}])
        assert wire.body["inputVariables"] == [{"name": "a", "column": "b"}]
        client.create_experiment("c", "m")
        assert "inputVariables" not in wire.body
