"""Proves that types have the names that other releases of the vendor's have for them, and that callers find theirs."""

from __future__ import annotations

from promptport.promptic import ToolSelectionTestCase, ToolSelectionTool, models, names


def test_older_names_are_the_same_types() -> None:
    assert models.Workspace is models.AIApplication is names.Workspace
    assert models.WorkspaceList is models.AIApplicationList
    assert models.DatasetWithItems is models.DatasetWithCases
    assert {"cases", "items"} <= models.DatasetWithCases.__required_keys__  # as each release promises its own


def test_what_callers_write() -> None:
    """Names in snake_case, and those of the wire."""
    tools: list[ToolSelectionTool] = [{"name": "a", "description": "b", "input_schema": {}}]
    cases: list[ToolSelectionTestCase] = [{"query": "q", "expected_tool": "a"}, {"query": "q", "expectedTool": "a"}]
    assert names.ToolSelectionTool.__optional_keys__ == {"input_schema", "inputSchema"}
    assert (len(tools), len(cases)) == (1, 2)
