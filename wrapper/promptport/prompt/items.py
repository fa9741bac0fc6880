"""Calls of tools and their results as the Responses API has them: items of their own, without a role."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..errors import ArgumentError

ITEMS = ("function_call", "function_call_output", "custom_tool_call", "custom_tool_call_output")


def message_of(item: Mapping[str, Any], where: str) -> dict[str, Any]:
    """The message that stands for an item in chat completions.

    Args:
        item: Its `type` is one of `ITEMS`.
        where: Where it stands, for errors.

    Raises:
        ArgumentError: It does not say which call it is.
    """
    if not item.get("call_id"):
        raise ArgumentError(f"{where} needs a `call_id`.")
    if item["type"] == "function_call":
        made = call(item["call_id"], item.get("name"), item.get("arguments"))
    elif item["type"] == "custom_tool_call":
        named = {"name": item.get("name") or "", "input": item.get("input") or ""}
        made = {"type": "custom", "id": item["call_id"], "custom": named}
    else:
        return {"role": "tool", "tool_call_id": item["call_id"], "content": item.get("output") or ""}
    return {"role": "assistant", "content": None, "tool_calls": [made]}


def call(id: str | None, name: str | None, arguments: str | None) -> dict[str, Any]:
    """A call of a function.

    Args:
        id: Its id.
        name: The function's.
        arguments: As the model wrote them.
    """
    return {"type": "function", "id": id or "", "function": {"name": name or "", "arguments": arguments or ""}}
