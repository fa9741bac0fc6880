"""Messages as Anthropic's library takes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..errors import ArgumentError
from .conversion import BLOCKS, arguments_of, calls_of, cannot, data_of, field_of, parts_of, refuse_more, text_of
from .items import in_chat

Block = dict[str, Any]
IMAGES = ("image/jpeg", "image/png", "image/gif", "image/webp")

# What each kind of source holds.
_SOURCES: Mapping[str, tuple[str, ...]] = {
    "base64": ("media_type", "data"), "url": ("url",), "file": ("file_id",), "text": ("media_type", "data"),
    "content": ("content",),
}  # fmt: skip
_RESULTS = ("text", "image", "document", "search_result")  # of which the result of a tool may be
_FIELDS = {"text": ("type", "text", "cache_control", "citations"), "thinking": ("type", "thinking", "signature")}


def to_anthropic(messages: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The `system` and `messages` of a request.

    System and developer messages become `system`; calls of tools and their results become blocks; pictures and files become
    sources, refusals the texts that they are. What only advises OpenAI (`detail` of a picture, `name` of who speaks) or
    identifies an answer (`id`, `status`, `phase`, `logprobs`) is left out.

    Args:
        messages: Messages in OpenAI's form or in Anthropic's, and items of the Responses API.

    Raises:
        ArgumentError: Something is none that Anthropic takes: sound, a file by OpenAI's id, a custom tool, an empty text,
            annotations, reasoning.
    """
    system: list[Block] = []
    rest: list[dict[str, Any]] = []
    for where, message in in_chat(messages):
        role = message.get("role")
        if role in ("system", "developer"):
            system += _system(message, where)
        elif role == "tool":
            _add_result(rest, _result(message, where))
        elif role == "assistant":
            rest.append({"role": "assistant", "content": _answer(message, where)})
        elif role == "user":
            refuse_more(message, ("content",), where)
            rest.append({"role": "user", "content": _content(message, where)})
        else:
            raise cannot(
                where,
                f"the role {role!r} is none of Anthropic's",
                "It has `user` and `assistant`, and a `system` text.",
            )
    found: dict[str, Any] = {"messages": rest}
    if system:
        plain = all(set(each) == {"type", "text"} for each in system)
        found["system"] = "\n\n".join(each["text"] for each in system) if plain else system
    return found


def _system(message: Mapping[str, Any], where: str) -> list[Block]:
    refuse_more(message, ("content",), where)
    if _is_blank(message.get("content")):
        return []  # a template's text may come out empty, and then says nothing
    blocks = [_block(part, place) for place, part in parts_of(message, where)]
    if any(each["type"] != "text" for each in blocks):
        raise cannot(
            where, "Anthropic's `system` is of texts alone", "Put pictures and files into a message of the user."
        )
    return blocks


def _is_blank(content: object) -> bool:
    return isinstance(content, str) and not content.strip()


def _content(message: Mapping[str, Any], where: str) -> str | list[Block]:
    content = message.get("content")
    if isinstance(content, str):
        return text_of({"text": content}, f"{where}.content")
    blocks = [_block(part, place) for place, part in parts_of(message, where)]
    if not blocks:
        raise cannot(f"{where}.content", "it is empty, which Anthropic refuses", "Leave the message out.")
    return blocks


def _answer(message: Mapping[str, Any], where: str) -> str | list[Block]:
    for name, what in (("function_call", "a function call of the old form"), ("audio", "sound")):
        if message.get(name):
            raise cannot(f"{where}.{name}", f"{what} has no form of Anthropic's", "Use `tool_calls`, or leave it out.")
    refuse_more(message, ("content", "refusal", "tool_calls"), where)
    said = dict(message)
    if message.get("refusal"):
        if not isinstance(message["refusal"], str) or message.get("content"):
            raise cannot(f"{where}.refusal", "it stands beside a content", "Keep one of them.")
        said["content"] = message["refusal"]
    calls = [_call(each, place) for place, each in calls_of(message, where)]
    if not calls:
        return _content(said, where)
    if _is_blank(said.get("content")):  # as OpenAI has it where there are calls alone
        said["content"] = None
    return [*(_block(part, place) for place, part in parts_of(said, where)), *calls]


def _call(call: Mapping[str, Any], where: str) -> Block:
    if call.get("type", "function") != "function":
        raise cannot(
            where, f"a call of the type {call.get('type')!r} has no form of Anthropic's", "It knows functions."
        )
    function = field_of(call, "function", where)
    refuse_more(call, ("function",), where)
    refuse_more(function, ("arguments",), f"{where}.function")
    if not call.get("id") or not function.get("name"):
        raise ArgumentError(f"{where} needs an `id` and the `name` of its function.")
    return {
        "type": "tool_use",
        "id": call["id"],
        "name": function["name"],
        "input": arguments_of(function.get("arguments")),
    }


def _result(message: Mapping[str, Any], where: str) -> Block:
    if not isinstance(message.get("tool_call_id"), str) or not message["tool_call_id"]:
        raise ArgumentError(f"{where} needs a `tool_call_id`, a text: the call that it answers.")
    refuse_more(message, ("content", "tool_call_id"), where)
    content: Any = message.get("content")
    if content:
        content = [_block(part, place) for place, part in parts_of(message, where)]
        if wrong := [each["type"] for each in content if each["type"] not in _RESULTS]:
            raise cannot(where, f"Anthropic takes no {wrong[0]!r} as the result of a tool", "Leave it out.")
    return {"type": "tool_result", "tool_use_id": message["tool_call_id"], "content": content or []}


def _add_result(messages: list[dict[str, Any]], result: Block) -> None:
    """The results of calls that were made together stand in one message."""
    last = messages[-1] if messages else {}
    content = last.get("content")
    ours = isinstance(content, list) and all(each.get("type") == "tool_result" for each in content)
    if last.get("role") == "user" and isinstance(content, list) and ours:
        content.append(result)
    else:
        messages.append({"role": "user", "content": [result]})


def _block(part: Mapping[str, Any], where: str) -> Block:
    kind = part.get("type")
    if str(kind) in BLOCKS or kind == "text":
        return _own(part, str(kind), where)
    if kind == "refusal" and isinstance(part.get("refusal"), str):
        return {"type": "text", "text": text_of({"text": part["refusal"]}, where)}
    if kind == "image_url":
        refuse_more(part, ("image_url",), where)
        given = part.get("image_url")
        if isinstance(given, Mapping):
            refuse_more(given, ("url",), f"{where}.image_url")
        url = given.get("url") if isinstance(given, Mapping) else given
        return _kept(part, _source(str(url or ""), where, "image"))
    if kind == "file":
        refuse_more(part, ("file",), where)
        return _kept(part, _document(field_of(part, "file", where), where))
    what = "sound" if kind == "input_audio" else f"part of the type {kind!r}"
    raise cannot(where, f"Anthropic takes no {what}", "Leave it out.")


def _own(part: Mapping[str, Any], kind: str, where: str) -> Block:
    """A block in Anthropic's form: of texts and thoughts without what other libraries note there, such as their place."""
    if kind == "text":
        text_of(part, where)
    lacking = [name for name, needed in BLOCKS.get(kind, {}).items() if not isinstance(part.get(name), needed)]
    if lacking:
        raise cannot(
            where, f"Anthropic's {kind!r} has no {' and no '.join(map(repr, lacking))} here", "Write it in full."
        )
    if kind in ("image", "document"):
        _check_source(part["source"], kind, f"{where}.source")
    if kind not in _FIELDS:
        return dict(part)
    refuse_more(part, _FIELDS[kind], where)
    return {name: each for name, each in part.items() if name in _FIELDS[kind]}


def _check_source(source: Mapping[str, Any], kind: str, where: str) -> None:
    fields = _SOURCES.get(str(source.get("type")))
    if fields is None or (kind == "image" and source["type"] in ("text", "content")):
        raise cannot(
            where, f"Anthropic's {kind!r} has no source of the type {source.get('type')!r}", "Write it in full."
        )
    if lacking := [name for name in fields if not source.get(name)]:
        raise cannot(where, f"it has no {' and no '.join(map(repr, lacking))}", "Write it in full.")
    if kind == "image" and source["type"] == "base64" and source["media_type"] not in IMAGES:
        raise cannot(where, f"Anthropic takes no {source['media_type']}", f"It takes {', '.join(IMAGES)}.")


def _kept(part: Mapping[str, Any], block: Block) -> Block:
    """A block with Anthropic's own mark of what it may cache, which the libraries of others let stand."""
    return {**block, "cache_control": part["cache_control"]} if "cache_control" in part else block


def _source(url: str, where: str, block: str) -> Block:
    data = data_of(url, where)
    if data is None:
        return {"type": block, "source": {"type": "url", "url": url}}
    if data.kind == "application/pdf":
        return {"type": "document", "source": {"type": "base64", "media_type": data.kind, "data": data.content}}
    if data.kind not in IMAGES or block != "image":
        raise cannot(where, f"Anthropic takes no {data.kind}", f"It takes {', '.join(IMAGES)} and application/pdf.")
    return {"type": "image", "source": {"type": "base64", "media_type": data.kind, "data": data.content}}


def _document(file: Mapping[str, Any], where: str) -> Block:
    data = file.get("file_data")
    if not isinstance(data, str) or not data:
        raise cannot(where, "a file that OpenAI keeps can't be seen by Anthropic", "Give its content: `file_data`.")
    refuse_more(file, ("file_data", "filename"), f"{where}.file")
    if ":" not in data:  # as OpenAI takes the content alone
        data = f"data:application/pdf;base64,{data}"
    block = _source(data, where, "document")
    return {**block, "title": file["filename"]} if isinstance(file.get("filename"), str) else block
