"""Types under names that other releases of the platform's client have for them, and such as callers write."""

from __future__ import annotations

from typing import Any, NotRequired, TypeAlias

from promptport_api.promptic.models import AIApplication, AIApplicationList, DatasetWithCases
from typing_extensions import TypedDict

DatasetWithItems: TypeAlias = DatasetWithCases
Workspace: TypeAlias = AIApplication
WorkspaceList: TypeAlias = AIApplicationList
JSONValue: TypeAlias = str | int | float | bool | None | list["JSONValue"] | dict[str, "JSONValue"]


class ToolSelectionTool(TypedDict):
    """A tool that a model can select, as `create_tool_selection_experiment` takes it."""

    name: str
    description: str
    input_schema: NotRequired[dict[str, Any]]
    inputSchema: NotRequired[dict[str, Any]]  # noqa: N815 # the name of the wire


class _SnakeCase(TypedDict):
    query: str
    expected_tool: str


class _CamelCase(TypedDict):
    query: str
    expectedTool: str  # noqa: N815 # the name of the wire


ToolSelectionTestCase: TypeAlias = _SnakeCase | _CamelCase
