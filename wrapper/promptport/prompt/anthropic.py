"""Messages in OpenAI's form as Anthropic takes them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any


def converted(messages: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The `system` and `messages` of a request.

    System and developer messages become `system`; calls of tools and their results become blocks; pictures become sources.
    What is in Anthropic's form already stays as it is.

    Args:
        messages: Messages in OpenAI's form.
    """
    system: list[dict[str, Any]] = []
    rest: list[dict[str, Any]] = []
    for message in messages:
        role = message.get("role")
        if role in ("system", "developer"):
            system += _blocks(message.get("content"))
        elif role == "tool":
            result = {
                "type": "tool_result",
                "tool_use_id": message.get("tool_call_id", ""),
                "content": _blocks(message.get("content")),
            }
            last = rest[-1] if rest else {}
            if last.get("role") == "user" and _results(last["content"]):
                last["content"].append(result)  # the results of calls that were made together stand in one message
            else:
                rest.append({"role": "user", "content": [result]})
        elif message.get("tool_calls"):
            calls = [_call(each) for each in message["tool_calls"]]
            rest.append({"role": "assistant", "content": [*_blocks(message.get("content")), *calls]})
        else:
            content = message.get("content")
            rest.append({"role": role, "content": content if isinstance(content, str) else _blocks(content)})
    found: dict[str, Any] = {"messages": rest}
    if system:
        plain = all(set(each) == {"type", "text"} for each in system)
        found["system"] = "\n\n".join(each["text"] for each in system) if plain else system
    return found


def _results(content: Any) -> bool:
    return isinstance(content, list) and all(each.get("type") == "tool_result" for each in content)


def _blocks(content: Any) -> list[dict[str, Any]]:
    if content is None or content == "":
        return []
    if isinstance(content, str):
        return [{"type": "text", "text": content}]
    return [_block(each) for each in content]


def _block(part: Mapping[str, Any]) -> dict[str, Any]:
    if part.get("type") != "image_url":
        return dict(part)
    given = part.get("image_url")
    url = str(given.get("url", "") if isinstance(given, Mapping) else given)
    if not url.startswith("data:"):
        return {"type": "image", "source": {"type": "url", "url": url}}
    kind, _, data = url.removeprefix("data:").partition(";base64,")
    return {"type": "image", "source": {"type": "base64", "media_type": kind, "data": data}}


def _call(call: Mapping[str, Any]) -> dict[str, Any]:
    function = call.get("function", {})
    arguments = function.get("arguments") or "{}"
    try:
        given = json.loads(arguments) if isinstance(arguments, str) else arguments
    except (ValueError, RecursionError):
        given = None
    if not isinstance(given, dict):
        given = {"arguments": arguments}  # what a model wrote need not be JSON, nor an object
    return {"type": "tool_use", "id": call.get("id", ""), "name": function.get("name", ""), "input": given}
