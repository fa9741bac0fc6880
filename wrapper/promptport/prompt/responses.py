"""Messages as the `input` of OpenAI's Responses API."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..errors import ArgumentError
from .conversion import KEPT, calls_of, cannot, field_of, parts_of, refuse_more
from .items import ROLES, is_item, is_message
from .openai import converted


def to_responses(messages: Sequence[Mapping[str, Any]]) -> list[Any]:
    """The `input` of a request: messages, calls of tools and their results, each an item of its own.

    What only advises (`name` of who speaks) or identifies an answer is left out.

    Args:
        messages: Messages in the form of chat completions or in Anthropic's; items and messages of the Responses API stay the
            objects that they are.

    Raises:
        ArgumentError: A message or part is none that the Responses API takes.
    """
    made: list[Any] = []
    custom: set[str] = set()  # the ids of calls of custom tools, whose results are of another type
    for at, message in enumerate(messages):
        if is_item(message) or is_message(message):
            items: Iterable[Mapping[str, Any]] = (message,)
        else:
            where = f"messages[{at}]"
            items = [item for each in converted(message, where) for item in _items(each, where, custom)]
        for item in items:
            made.append(item)
            if item.get("type") == "custom_tool_call":
                custom.add(str(item.get("call_id")))
    return made


def _items(message: Mapping[str, Any], where: str, custom: Collection[str]) -> Iterator[dict[str, Any]]:
    role = message.get("role")
    if role == "tool":
        yield _output(message, where, custom)
        return
    if role not in ROLES:
        raise cannot(
            where, f"the role {role!r} is none of the Responses API", "It has user, assistant, system and developer."
        )
    for name in ("audio", "function_call"):
        if message.get(name):
            raise cannot(f"{where}.{name}", "it has no form in the Responses API", "Use `tool_calls`, or leave it out.")
    refuse_more(message, ("content", "refusal", "tool_calls") if role == "assistant" else ("content",), where)
    if message.get("refusal") and message.get("content"):
        raise cannot(f"{where}.refusal", "it stands beside a content", "Keep one of them.")
    said = message.get("refusal") or message.get("content")
    if said:
        yield {
            "role": role,
            "content": _text({"content": said}, where) if role == "assistant" else _content(message, where),
        }
    for place, call in calls_of(message, where):
        yield _call(call, place)
    if not said and not message.get("tool_calls"):
        yield {"role": role, "content": ""}


def _content(message: Mapping[str, Any], where: str) -> str | list[dict[str, Any]]:
    content = message.get("content")
    return content if isinstance(content, str) else [_part(part, place) for place, part in parts_of(message, where)]


def _text(message: Mapping[str, Any], where: str) -> str:
    """What a model has said, which the API takes as one text."""
    texts = []
    for place, part in parts_of(message, where):
        text = part.get("refusal") if part.get("type") == "refusal" else part.get("text")
        if part.get("type") not in ("text", "refusal") or not isinstance(text, str):
            raise cannot(place, "what a model has said is text in the Responses API", "Leave the part out.")
        refuse_more(part, ("text", "refusal"), place)
        texts.append(text)
    return "".join(texts)


def _part(part: Mapping[str, Any], where: str) -> dict[str, Any]:
    kind = part.get("type")
    if kind == "text":
        refuse_more(part, ("text",), where)
        if not isinstance(part.get("text"), str):
            raise ArgumentError(f"{where} has no `text`.")
        made: dict[str, Any] = {"type": "input_text", "text": part["text"]}
    elif kind == "image_url":
        given = part.get("image_url")
        image = given if isinstance(given, Mapping) else {"url": given}
        refuse_more(part, ("image_url",), where)
        refuse_more(image, ("url",), f"{where}.image_url")
        if not isinstance(image.get("url"), str):
            raise ArgumentError(f"{where} has no `url`.")
        made = {"type": "input_image", "image_url": image["url"], "detail": image.get("detail") or "auto"}
    elif kind == "file":
        refuse_more(part, ("file",), where)
        made = {"type": "input_file", **field_of(part, "file", where)}
    else:
        what = "sound" if kind == "input_audio" else f"part of the type {kind!r}"
        raise cannot(where, f"the Responses API takes no {what}", "Leave it out.")
    return {**made, KEPT: part[KEPT]} if KEPT in part else made


def _call(call: Mapping[str, Any], where: str) -> dict[str, Any]:
    if call.get("type") == "custom":
        custom = field_of(call, "custom", where)
        refuse_more(call, ("custom",), where)
        named = {"name": custom.get("name", ""), "input": custom.get("input", "")}
        return {"type": "custom_tool_call", "call_id": _id(call, where), **named}
    if call.get("type", "function") != "function":
        raise cannot(
            where, f"a call of the type {call.get('type')!r} has no form in the Responses API", "It knows functions."
        )
    function = field_of(call, "function", where)
    refuse_more(call, ("function",), where)
    refuse_more(function, ("arguments",), f"{where}.function")
    return {
        "type": "function_call",
        "call_id": _id(call, where),
        "name": function.get("name", ""),
        "arguments": function.get("arguments") or "{}",
    }


def _id(call: Mapping[str, Any], where: str) -> str:
    if not call.get("id"):
        raise ArgumentError(f"{where} needs an `id`.")
    return str(call["id"])


def _output(message: Mapping[str, Any], where: str, custom: Collection[str]) -> dict[str, Any]:
    if not message.get("tool_call_id"):
        raise ArgumentError(f"{where} needs a `tool_call_id`: the call that it answers.")
    refuse_more(message, ("content", "tool_call_id"), where)
    content, call = message.get("content"), str(message["tool_call_id"])
    output = content if isinstance(content, str) else [_part(part, place) for place, part in parts_of(message, where)]
    kind = "custom_tool_call_output" if call in custom else "function_call_output"
    return {"type": kind, "call_id": call, "output": output or ""}
