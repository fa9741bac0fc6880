"""Messages as OpenAI's chat completions take them. What is in OpenAI's form already stays as it is."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .conversion import BLOCKS, cannot, chat_part, field_of

FOREIGN = BLOCKS | {"reasoning"}  # the last one is LangChain's


def to_openai(messages: Sequence[Mapping[str, Any]]) -> list[Any]:
    """The `messages` of a request: those in OpenAI's form are the objects that they are, Anthropic's blocks are converted.

    Args:
        messages: Messages in OpenAI's form, or in Anthropic's.

    Raises:
        ArgumentError: A block of Anthropic's is none that OpenAI takes.
    """
    return [each for at, message in enumerate(messages) for each in _converted(message, f"messages[{at}]")]


def _converted(message: Mapping[str, Any], where: str) -> Iterator[Mapping[str, Any]]:
    content = message.get("content")
    if isinstance(content, list | tuple):
        # What a model said through the Responses API; what else is in another form is whoever's it is that is asked.
        said = [chat_part(each) if _said(each) else each for each in content]
        if any(new is not old for new, old in zip(said, content, strict=True)):
            message, content = {**message, "content": said}, said
    if not isinstance(content, list | tuple) or not any(_foreign(each) for each in content):
        yield message
        return
    parts: list[Any] = []
    calls: list[dict[str, Any]] = []
    for at, part in enumerate(content):
        place = f"{where}.content[{at}]"
        kind = part.get("type") if _foreign(part) else None
        if kind == "tool_use":
            calls.append(_call(part))
        elif kind == "tool_result":
            yield _result(part, place)
        elif kind == "image":
            parts.append({"type": "image_url", "image_url": {"url": _url(part, place)}})
        elif kind == "document":
            parts.append(_file(part, place))
        elif kind is not None:
            raise cannot(place, f"OpenAI's chat completions take no {kind!r}", "Leave the part out.")
        else:
            parts.append(part)
    if parts or calls:
        rest = {**message, "content": parts or None}
        yield {**rest, "tool_calls": calls} if calls else rest


def _said(part: object) -> bool:
    return isinstance(part, Mapping) and part.get("type") == "output_text"


def _foreign(part: object) -> bool:
    """Whether a part is a block of Anthropic's, in full: what only bears its name is somebody else's."""
    if not isinstance(part, Mapping) or str(part.get("type")) not in FOREIGN:
        return False
    needed = {"tool_use": "id", "tool_result": "tool_use_id", "image": "source", "document": "source"}
    return needed.get(str(part["type"]), "type") in part


def _call(part: Mapping[str, Any]) -> dict[str, Any]:
    arguments = json.dumps(part.get("input") or {}, ensure_ascii=False)
    return {"type": "function", "id": part["id"], "function": {"name": part.get("name", ""), "arguments": arguments}}


def _result(part: Mapping[str, Any], where: str) -> dict[str, Any]:
    content = part.get("content")
    if isinstance(content, list | tuple):
        if any(not isinstance(each, Mapping) or each.get("type") != "text" for each in content):
            raise cannot(where, "the result of a tool is a text for OpenAI", "Send pictures in a message of the user.")
        content = [{"type": "text", "text": each.get("text", "")} for each in content]
    return {"role": "tool", "tool_call_id": part["tool_use_id"], "content": content or ""}


def _url(part: Mapping[str, Any], where: str) -> str:
    source = field_of(part, "source", where)
    if source.get("type") == "url":
        return str(source.get("url", ""))
    if source.get("type") == "base64":
        return f"data:{source.get('media_type')};base64,{source.get('data')}"
    raise cannot(where, "a file that Anthropic keeps can't be seen by OpenAI", "Give its content, or its address.")


def _file(part: Mapping[str, Any], where: str) -> dict[str, Any]:
    source = field_of(part, "source", where)
    if source.get("type") == "text":
        return {"type": "text", "text": str(source.get("data", ""))}
    if source.get("type") != "base64":
        raise cannot(where, "OpenAI's chat completions take no file by its address", "Give its content.")
    return {
        "type": "file",
        "file": {"filename": str(part.get("title") or "document.pdf"), "file_data": _url(part, where)},
    }
