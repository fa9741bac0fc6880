"""LangChain's messages in the form that it sends them in, or, where it would leave something out, in their own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..errors import ArgumentError
from .conversion import BLOCKS
from .items import call

_CALLS = ("tool_use", "tool_call", "function_call", "input_json_delta", "tool_call_chunk", "invalid_tool_call")


def of_langchain(given: Any, where: str) -> dict[str, Any]:
    """A message of LangChain's as a dict.

    Its calls of tools are those that its attributes hold. Its content is what LangChain converts it to; blocks that this would
    take something from, such as citations or the results of tools, stay as they are.

    Args:
        given: The message.
        where: Where it stands, for errors.

    Raises:
        ArgumentError: LangChain sends it to no model.
    """
    from langchain_core.messages import convert_to_openai_messages  # it is loaded, since this is one of its objects

    blocks = [_unwrapped(each) for each in given.content] if isinstance(given.content, list) else []
    calls = [*(getattr(given, "tool_calls", None) or ()), *(wrong := getattr(given, "invalid_tool_calls", None) or ())]
    known = {each.get("id") for each in calls}
    said = [each for each in blocks if not _is_call(each, known)]
    own = any(_is_own(each) for each in said)
    try:
        found: Any = convert_to_openai_messages(
            given.model_copy(update={"content": "" if own else said}) if blocks else given
        )
        if own:
            found["content"] = [_block(each) for each in said]
    except (ValueError, KeyError, TypeError, AttributeError):
        name = type(given).__name__
        if blocks:
            raise ArgumentError(f"{where}.content of {name} has no form of OpenAI's in LangChain.") from None
        raise ArgumentError(f"{where} is {name}, which LangChain sends to no model as it is.") from None
    # What a model wrote for arguments and is no JSON: the message that answers such a call would else answer none.
    if wrong:
        made = [call(each.get("id"), each.get("name"), each.get("args")) for each in wrong]
        found = {**found, "tool_calls": [*found.get("tool_calls", ()), *made]}
    more = given.additional_kwargs if found.get("role") == "assistant" else {}
    if more.get("function_call") and not calls:
        found = {**found, "function_call": more["function_call"]}
    if isinstance(more.get("audio"), Mapping) and "id" in more["audio"]:
        found = {**found, "audio": {"id": more["audio"]["id"]}}
    return found  # type: ignore[no-any-return] # one message gives one


def _unwrapped(block: Any) -> Any:
    """What another library's block is that LangChain has wrapped."""
    value = block.get("value") if isinstance(block, Mapping) and block.get("type") == "non_standard" else None
    return value if isinstance(value, Mapping) else block


def _is_call(block: Any, known: set[Any]) -> bool:
    """Whether a block is a call that the message's attributes hold, too."""
    if not isinstance(block, Mapping) or block.get("type") not in _CALLS:
        return False
    return (
        block.get("type") in ("input_json_delta", "tool_call_chunk") or block.get("call_id", block.get("id")) in known
    )


def _is_own(block: Any) -> bool:
    """Whether LangChain's conversion would take something from a block."""
    if not isinstance(block, Mapping):
        return False
    kind = block.get("type")
    if kind == "text":
        return any(each for name, each in block.items() if name not in ("type", "text", "id", "index"))
    return kind == "output_text" or (
        kind in BLOCKS and kind != "tool_use" and not (kind == "image" and "source" not in block)
    )


def _block(block: Any) -> Any:
    from langchain_core.messages import convert_to_openai_data_block, is_data_content_block

    if isinstance(block, str):
        return {"type": "text", "text": block}
    if is_data_content_block(block):
        return convert_to_openai_data_block(block)
    return (
        {name: each for name, each in block.items() if name not in ("id", "index")}
        if block.get("type") == "text"
        else block
    )
