"""Items of the Responses API, which have no role: what they are, and the messages that stand for them elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..errors import ArgumentError
from .conversion import cannot, refuse_more

_CALLS = {"function_call": ("name", "arguments"), "custom_tool_call": ("name", "input")}
_RESULTS = ("function_call_output", "custom_tool_call_output")
# What a request takes beside messages.
ITEMS = frozenset({
    *_CALLS, *_RESULTS, "additional_tools", "apply_patch_call", "apply_patch_call_output", "code_interpreter_call", "compaction",
    "compaction_trigger", "computer_call", "computer_call_output", "configuration_update", "file_search_call",
    "image_generation_call", "item_reference", "local_shell_call", "local_shell_call_output", "mcp_approval_request",
    "mcp_approval_response", "mcp_call", "mcp_list_tools", "program", "program_output", "reasoning", "shell_call",
    "shell_call_output", "tool_search_call", "tool_search_output", "web_search_call",
})  # fmt: skip
ROLES = ("user", "assistant", "system", "developer")  # of that API
_INPUTS, _OUTPUTS = ("input_text", "input_image", "input_file"), ("output_text", "refusal")


def is_item(message: Mapping[str, Any]) -> bool:
    """Whether it is an item of the Responses API other than a message."""
    return isinstance(message.get("type"), str) and message["type"] in ITEMS


def is_message(message: Mapping[str, Any]) -> bool:
    """Whether it is a message as the Responses API has it: it says so, or its parts do, and all of these are of that API."""
    content, kind = message.get("content"), message.get("type")
    if message.get("role") not in ROLES:
        return False
    if kind == "message" and "model" not in message:  # which an answer of Anthropic's has
        return isinstance(content, str) or _are(content, (*_INPUTS, *_OUTPUTS))
    return kind is None and bool(content) and _are(content, _INPUTS)


def _are(content: object, kinds: Sequence[str]) -> bool:
    """Whether it is a list of parts of these types."""
    return isinstance(content, list | tuple) and all(
        isinstance(each, Mapping) and each.get("type") in kinds for each in content
    )


def check_item(item: Mapping[str, Any], where: str) -> None:
    """Whether a call says which one it is, since its result names it.

    Raises:
        ArgumentError: It does not.
    """
    if item["type"] in _CALLS and not item.get("call_id"):
        raise ArgumentError(f"{where} needs a `call_id`.")


def in_chat(messages: Iterable[Mapping[str, Any]], *, keep: bool = False) -> list[tuple[str, Mapping[str, Any]]]:
    """Messages as chat completions have them, each with where it stands; calls that follow each other stand in one message.

    Args:
        messages: Messages, and items of the Responses API.
        keep: Whether items that only the Responses API has stay as they are, as messages of the model.

    Raises:
        ArgumentError: Without `keep`, there is such an item.
    """
    made: list[tuple[str, Mapping[str, Any]]] = []
    calls: list[Any] | None = None  # of the message before, where more of them may follow
    for at, message in enumerate(messages):
        where = f"messages[{at}]"
        if not is_item(message):
            calls = None
            made.append((where, _bare(message) if message.get("type") == "message" else message))
        elif message["type"] in _RESULTS:
            calls = None
            made.append((where, _result(message, where)))
        elif message["type"] in _CALLS:
            call = _call(message, where)
            if calls is not None:
                calls.append(call)
                continue
            calls = [call]
            made.append((where, {"role": "assistant", "content": None, "tool_calls": calls}))
        elif keep:
            calls = None
            made.append((where, {"role": "assistant", **message}))
        else:
            raise cannot(
                where,
                f"what is of the type {message['type']!r} only the Responses API has",
                "Use `to_openai_responses()`, or leave it out.",
            )
    return made


def _bare(message: Mapping[str, Any]) -> dict[str, Any]:
    return {name: each for name, each in message.items() if name not in ("type", "id", "status", "phase")}


def _call(item: Mapping[str, Any], where: str) -> dict[str, Any]:
    check_item(item, where)
    name, said = _CALLS[item["type"]]
    refuse_more(item, ("call_id", name, said), where)
    if item["type"] == "function_call":
        return call(item["call_id"], item.get(name), item.get(said))
    return {
        "type": "custom",
        "id": item["call_id"],
        "custom": {name: item.get(name) or "", said: item.get(said) or ""},
    }


def _result(item: Mapping[str, Any], where: str) -> dict[str, Any]:
    if not item.get("call_id"):
        raise ArgumentError(f"{where} needs a `call_id`.")
    refuse_more(item, ("call_id", "output"), where)
    return {"role": "tool", "tool_call_id": item["call_id"], "content": item.get("output") or ""}


def call(id: str | None, name: str | None, arguments: str | None) -> dict[str, Any]:
    """A call of a function.

    Args:
        id: Its id.
        name: The function's.
        arguments: As the model wrote them.
    """
    return {"type": "function", "id": id or "", "function": {"name": name or "", "arguments": arguments or ""}}
