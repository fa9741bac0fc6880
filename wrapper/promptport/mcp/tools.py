"""The same prompts as tools, for hosts that know tools alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mcp import types

from ..errors import ArgumentError, Error
from ..prompt import RenderedPrompt
from .messages import spoken
from .parts import Block, json_block

LIST, GET = "list_prompts", "get_prompt"
_READS = types.ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
_TEXT = {"type": "string"}

TOOLS = (
    types.Tool(
        name=LIST,
        title="List prompts",
        description="The prompts that there are, with what they are for and which arguments they take.",
        input_schema={
            "type": "object",
            "properties": {
                "search": {**_TEXT, "description": "What the names must hold."},
                "cursor": {**_TEXT, "description": "The `next_cursor` of the page before."},
            },
            "additionalProperties": False,
        },
        output_schema={
            "type": "object",
            "properties": {
                "prompts": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "properties": {
                            "name": _TEXT,
                            "title": _TEXT,
                            "description": _TEXT,
                            "arguments": {"type": "array"},
                        },
                        "required": ["name"],
                    },
                },
                "next_cursor": {**_TEXT, "description": "Where there are more: ask for the next page by it."},
            },
            "required": ["prompts"],
        },
        annotations=_READS,
    ),
    types.Tool(
        name=GET,
        title="Get a prompt",
        description=f"A prompt with its arguments put in. `{LIST}` says which prompts and arguments there are.",
        input_schema={
            "type": "object",
            "properties": {
                "name": {**_TEXT, "description": "The name of the prompt."},
                "arguments": {"type": "object", "description": "A value for each argument that is required, by name."},
            },
            "required": ["name"],
            "additionalProperties": False,
        },
        annotations=_READS,
    ),
)


def given(arguments: Mapping[str, Any] | None, tool: str) -> dict[str, Any]:
    """The arguments of a call, where they are those of the tool.

    Args:
        arguments: What the host sent.
        tool: The tool's name.

    Raises:
        ArgumentError: One is missing, unknown, or of a wrong type; it names all.
    """
    found = {name: each for name, each in (arguments or {}).items() if each is not None}
    schema = next(each.input_schema for each in TOOLS if each.name == tool)
    kinds = {name: dict if each["type"] == "object" else str for name, each in schema["properties"].items()}
    wrong = [
        *(f"{name} is missing" for name in schema.get("required", ()) if name not in found),
        *(f"{name} is none of its arguments, {', '.join(kinds)}" for name in found if name not in kinds),
        *(
            f"{name} takes {'an object' if kind is dict else 'a text'}"
            for name, kind in kinds.items()
            if name in found and not isinstance(found[name], kind)
        ),
    ]
    if wrong:
        raise ArgumentError(f"{tool}: {'; '.join(wrong)}.")
    return found


def listed(result: types.ListPromptsResult) -> types.CallToolResult:
    """A page of the list as the answer of a tool."""
    prompts = [each.model_dump(by_alias=True, exclude_none=True, exclude={"meta"}) for each in result.prompts]
    data: dict[str, Any] = {"prompts": prompts}
    if result.next_cursor is not None:
        data["next_cursor"] = result.next_cursor
    return types.CallToolResult(content=[json_block(data)], structured_content=data)


def got(prompt: RenderedPrompt, links: bool) -> types.CallToolResult:
    """A rendered prompt as the answer of a tool: its blocks; where there is more than one message, each below its role."""
    messages = list(spoken(prompt.messages, links))
    content: list[Block] = []
    for each in messages:
        if len(messages) > 1:
            content.append(types.TextContent(text=f"[{each.own}]"))
        content += each.blocks
    return types.CallToolResult(content=content)


def failed(error: Error) -> types.CallToolResult:
    """An error as the answer of a tool, so that the model can see it and mend its call."""
    return types.CallToolResult(content=[types.TextContent(text=str(error))], is_error=True)
