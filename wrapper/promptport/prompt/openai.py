"""Messages as OpenAI's chat completions take them. What is in OpenAI's form already stays as it is."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .conversion import BLOCKS, cannot, chat_part, field_of, refuse_more
from .items import in_chat

_RESPONSES = ("input_text", "output_text", "input_image", "input_file")
# The last ones are LangChain's.
FOREIGN = frozenset({
    *BLOCKS, *_RESPONSES, "reasoning", "tool_call", "invalid_tool_call", "tool_call_chunk", "server_tool_call",
    "server_tool_call_chunk", "server_tool_result", "video", "text-plain",
})  # fmt: skip


def to_openai(messages: Sequence[Mapping[str, Any]]) -> list[Any]:
    """The `messages` of a request: those in OpenAI's form are the objects that they are, others are converted.

    Args:
        messages: Messages in OpenAI's form or in Anthropic's, and items of the Responses API.

    Raises:
        ArgumentError: A block or item is none that OpenAI's chat completions take.
    """
    return [each for where, message in in_chat(messages) for each in converted(message, where)]


def converted(message: Mapping[str, Any], where: str) -> Iterator[Mapping[str, Any]]:
    """The messages of chat completions that one message becomes; one of these is the object that it is.

    Args:
        message: A message in OpenAI's form or in Anthropic's.
        where: Where it stands, for errors.

    Raises:
        ArgumentError: A part of it is none that chat completions take.
    """
    content = message.get("content")
    if not isinstance(content, list | tuple):
        yield message
        return
    parts: list[Any] = []
    calls: list[dict[str, Any]] = []
    results = 0
    for at, part in enumerate(content):
        place = f"{where}.content[{at}]"
        kind = part.get("type") if _foreign(part) else None
        if kind == "tool_use":
            calls.append(_call(part, place))
        elif kind == "tool_result":
            results += 1
            yield _result(part, place)
        elif kind is not None:
            parts.append(_part(part, place))
        else:
            parts.append(_text(part, place))
    if results or calls or any(new is not old for new, old in zip(parts, content, strict=True)):
        _check_roles(message.get("role"), parts, calls, results, where)
        rest = {**message, "content": parts or None}
        if not parts and not calls:
            refuse_more(message, ("content",), where)  # of which nothing is left
        else:
            yield {**rest, "tool_calls": [*(message.get("tool_calls") or ()), *calls]} if calls else rest
    else:
        yield message


def _check_roles(role: object, parts: Sequence[Any], calls: Sequence[Any], results: int, where: str) -> None:
    """Whether what was converted stands where chat completions take it."""
    kinds = {each.get("type") if isinstance(each, Mapping) else "text" for each in parts}
    if role == "tool" and kinds - {"text"}:
        raise cannot(where, "the result of a tool is a text for OpenAI", "Send pictures in a message of the user.")
    if role == "assistant" and kinds & {"image_url", "file", "input_audio"}:
        raise cannot(where, "what a model has said is text for OpenAI", "Send pictures in a message of the user.")
    if role != "user" and results:
        raise cannot(where, f"the result of a tool stands in a message of the role {role!r}", "It belongs to `user`.")
    if role != "assistant" and calls:
        raise cannot(where, f"a call of a tool stands in a message of the role {role!r}", "It belongs to `assistant`.")


def _text(part: Any, where: str) -> Any:
    """A part of OpenAI's, of which a text alone is one; a text of Anthropic's without its citations, where there are none."""
    if isinstance(part, str):
        return {"type": "text", "text": part}
    if not isinstance(part, Mapping) or part.get("type") != "text" or "citations" not in part:
        return part
    if part["citations"]:
        raise cannot(f"{where}.citations", "OpenAI's chat completions take no citations", "Leave them out.")
    return {name: each for name, each in part.items() if name != "citations"}


def _part(part: Mapping[str, Any], where: str) -> Mapping[str, Any]:
    kind = part["type"]
    if kind == "image":
        refuse_more(part, ("source",), where)
        return {"type": "image_url", "image_url": {"url": _url(part, where)}}
    if kind == "document":
        return _file(part, where)
    made = chat_part(part, where) if kind in _RESPONSES else part
    if made is part:
        raise cannot(where, f"OpenAI's chat completions take no {kind!r}", "Leave the part out.")
    return made


def _foreign(part: object) -> bool:
    """Whether a part is a block of Anthropic's, in full: what only bears its name is somebody else's."""
    if not isinstance(part, Mapping) or str(part.get("type")) not in FOREIGN:
        return False
    needed = {"tool_use": "id", "tool_result": "tool_use_id", "image": "source", "document": "source"}
    return needed.get(str(part["type"]), "type") in part


def _call(part: Mapping[str, Any], where: str) -> dict[str, Any]:
    refuse_more(part, ("id", "name", "input"), where)
    arguments = json.dumps(part.get("input") or {}, ensure_ascii=False)
    return {"type": "function", "id": part["id"], "function": {"name": part.get("name", ""), "arguments": arguments}}


def _result(part: Mapping[str, Any], where: str) -> dict[str, Any]:
    if part.get("is_error"):
        raise cannot(f"{where}.is_error", "OpenAI has no mark of a failed call", "Say it in the result.")
    refuse_more(part, ("tool_use_id", "content"), where)
    content = part.get("content")
    if isinstance(content, list | tuple):
        if any(not isinstance(each, Mapping) or each.get("type") != "text" for each in content):
            raise cannot(where, "the result of a tool is a text for OpenAI", "Send pictures in a message of the user.")
        for at, each in enumerate(content):
            refuse_more(each, ("text",), f"{where}.content[{at}]")
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
    source, asked = field_of(part, "source", where), part.get("citations")
    on = asked.get("enabled") if isinstance(asked, Mapping) else asked
    refuse_more({**part, "citations": on}, ("source", "title"), where)
    if source.get("type") == "text":
        refuse_more({"title": part.get("title")}, (), where)
        return {"type": "text", "text": str(source.get("data", ""))}
    if source.get("type") != "base64":
        raise cannot(where, "OpenAI's chat completions take no file by its address", "Give its content.")
    return {
        "type": "file",
        "file": {"filename": str(part.get("title") or "document.pdf"), "file_data": _url(part, where)},
    }
