"""Types under names that other releases of the platform's client have for them, and such as callers write."""

from __future__ import annotations

from typing import Any, TypeAlias

from promptport_api.promptic.models import AIApplication, AIApplicationList, DatasetWithCases
from typing_extensions import TypedDict

DatasetWithItems: TypeAlias = DatasetWithCases
Workspace: TypeAlias = AIApplication
WorkspaceList: TypeAlias = AIApplicationList
JSONValue: TypeAlias = str | int | float | bool | list["JSONValue"] | dict[str, "JSONValue"] | None


class _Tool(TypedDict):
    name: str
    description: str


class ToolSelectionTool(_Tool, total=False):
    """A tool that a model can select, as `create_tool_selection_experiment` takes it."""

    input_schema: dict[str, Any]
    inputSchema: dict[str, Any]  # the name of the wire


class _SnakeCase(TypedDict):
    query: str
    expected_tool: str


class _CamelCase(TypedDict):
    query: str
    expectedTool: str  # the name of the wire


ToolSelectionTestCase: TypeAlias = _SnakeCase | _CamelCase
