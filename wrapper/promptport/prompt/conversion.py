"""What the forms of all models' libraries share: where a part stands, data URLs, and what can't be said."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import unquote, unquote_to_bytes

from ..errors import ArgumentError

_BASE64 = re.compile(r"[A-Za-z0-9+/_-]++={0,2}")
_Needed = Mapping[str, type | tuple[type, ...]]
_LIST = (list, tuple)
_RESULT: _Needed = {"tool_use_id": str, "content": (*_LIST, Mapping)}
_USE: _Needed = {"id": str, "name": str, "input": Mapping}
# The types of Anthropic's blocks that are none of OpenAI's parts, and what each can't do without.
BLOCKS: Mapping[str, _Needed] = {
    "image": {"source": Mapping}, "document": {"source": Mapping},
    "search_result": {"source": str, "title": str, "content": _LIST},
    "thinking": {"thinking": str, "signature": str}, "redacted_thinking": {"data": str},
    "tool_use": _USE, "tool_result": {"tool_use_id": str},
    "server_tool_use": _USE, "web_search_tool_result": _RESULT, "web_fetch_tool_result": _RESULT,
    "code_execution_tool_result": _RESULT, "bash_code_execution_tool_result": _RESULT,
    "text_editor_code_execution_tool_result": _RESULT, "tool_search_tool_result": _RESULT, "advisor_tool_result": _RESULT,
    "mcp_tool_use": {**_USE, "server_name": str}, "mcp_tool_result": {"tool_use_id": str},
    "mcp_tool_listing": {"mcp_server_name": str, "tools": _LIST},
    "container_upload": {"file_id": str}, "compaction": {},
    "tool_addition": {"tool": Mapping}, "tool_removal": {"tool": Mapping}, "fallback": {"from": Mapping, "to": Mapping},
}  # fmt: skip
# What may be left out: it advises, identifies what was answered, or says the same once more, parsed.
_ADVICE = frozenset({
    "type", "role", "name", "id", "index", "status", "phase", "caller", "created_by", "async", "async_", "detail", "logprobs",
    "cache_control", "prompt_cache_breakpoint", "parsed", "parsed_arguments", "parsed_output",
})  # fmt: skip
KEPT = "prompt_cache_breakpoint"  # which both of OpenAI's APIs have


class Data(NamedTuple):
    """What a `data:` URL holds.

    Attributes:
        kind: Its media type, without parameters.
        content: In base64.
    """

    kind: str
    content: str


def data_of(url: str, where: str) -> Data | None:
    """What a URL holds itself; None where it is an address.

    Args:
        url: The URL.
        where: Where it stands, for errors.

    Raises:
        ArgumentError: It is neither of `data:` nor of the web.
    """
    if url.lower().startswith(("https:", "http:")):
        return None
    if not url.lower().startswith("data:") or "," not in url:
        raise ArgumentError(
            f"{where}: `{url[:40]}` is no address of the web, nor data in itself (`data:image/png;base64,...`)."
        )
    head, _, body = url[5:].partition(",")
    kind, *parameters = (each.strip().lower() for each in head.split(";"))
    if "base64" not in parameters:
        body = b64encode(unquote_to_bytes(body)).decode()
    body = "".join(unquote(body).split())  # in base64, too, a URL may be escaped, and broken into lines
    if not _BASE64.fullmatch(body):
        raise ArgumentError(f"{where}: what the `data:` URL holds is {'no base64' if body else 'empty'}.")
    return Data(kind or "text/plain", body)


def parts_of(message: Mapping[str, Any], where: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The parts of a message's content, each with where it stands; a text alone is one part.

    Raises:
        ArgumentError: The content, or a part, is of no form that is known.
    """
    content = message.get("content")
    if content is None:
        return
    if isinstance(content, str):
        yield f"{where}.content", {"type": "text", "text": content}
        return
    if not isinstance(content, list | tuple):
        raise ArgumentError(f"{where}.content is {type(content).__name__}: it takes a text or a list of parts.")
    for at, part in enumerate(content):
        place = f"{where}.content[{at}]"
        if isinstance(part, str):
            yield place, {"type": "text", "text": part}
        elif isinstance(part, Mapping):
            yield place, chat_part(part, place)
        else:
            raise ArgumentError(f"{place} is {type(part).__name__}: a part is an object with a `type`.")


def chat_part(part: Mapping[str, Any], where: str) -> Mapping[str, Any]:
    """A part as chat completions have it, where the Responses API has it in another form.

    Raises:
        ArgumentError: It holds what would vanish, such as the annotations of an answer.
    """
    kind = part.get("type")
    if kind in ("input_text", "output_text"):
        refuse_more(part, ("text",), where)
        made = {"type": "text", "text": part.get("text")}
    elif kind == "input_image" and part.get("image_url") and not part.get("file_id"):
        refuse_more(part, ("image_url", "file_id"), where)
        image = {"url": part["image_url"], "detail": part.get("detail")}
        made = {"type": "image_url", "image_url": {name: each for name, each in image.items() if each is not None}}
    elif kind == "input_file" and (part.get("file_data") or part.get("file_id")) and not part.get("file_url"):
        names = ("file_id", "file_data", "filename")
        refuse_more(part, (*names, "file_url"), where)
        made = {"type": "file", "file": {name: part[name] for name in names if part.get(name)}}
    else:
        return part
    return {**made, KEPT: part[KEPT]} if KEPT in part else made


def refuse_more(given: Mapping[str, Any], known: Collection[str], where: str) -> None:
    """Nothing that says something vanishes: what only advises, or identifies an answer, may be left out.

    Args:
        given: A message, part or call.
        known: The names of what is converted.
        where: Where it stands, for the error.

    Raises:
        ArgumentError: It holds something else.
    """
    for name, each in given.items():
        if each and name not in known and name not in _ADVICE:
            raise cannot(f"{where}.{name}", "it has no form there", "Leave it out.")


def calls_of(message: Mapping[str, Any], where: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The calls of tools that a message holds, each with where it stands.

    Raises:
        ArgumentError: They are no list, or one is no call.
    """
    calls = message.get("tool_calls") or ()
    if not isinstance(calls, list | tuple):
        raise ArgumentError(f"{where}.tool_calls is {type(calls).__name__}: it takes a list of calls.")
    for at, call in enumerate(calls):
        if not isinstance(call, Mapping):
            raise ArgumentError(f"{where}.tool_calls[{at}] is {type(call).__name__}: a call is an object with an `id`.")
        yield f"{where}.tool_calls[{at}]", call


def text_of(part: Mapping[str, Any], where: str) -> str:
    """The text of a part, which no model takes empty or blank.

    Raises:
        ArgumentError: There is none.
    """
    text = part.get("text")
    if not isinstance(text, str):
        raise ArgumentError(f"{where} has no `text`.")
    if not text.strip():
        what = "of blanks alone" if text else "an empty text"
        raise ArgumentError(f"{where} is {what}, which models refuse: leave the part out.")
    return text


def field_of(part: Mapping[str, Any], name: str, where: str) -> Mapping[str, Any]:
    """An object that a part holds.

    Raises:
        ArgumentError: There is none.
    """
    found = part.get(name)
    if not isinstance(found, Mapping):
        raise ArgumentError(f"{where} has no `{name}`.")
    return found


def arguments_of(arguments: object) -> dict[str, Any]:
    """The arguments of a tool's call as an object. What a model wrote need not be JSON, nor an object."""
    try:  # `NaN` and the like are no JSON, nor whole numbers
        given = json.loads(arguments or "{}", parse_constant=int) if isinstance(arguments, str) else arguments
    except (ValueError, RecursionError):
        given = None
    return given if isinstance(given, dict) else {"arguments": arguments}


def cannot(where: str, what: str, remedy: str) -> ArgumentError:
    """The error about something that a library has no form for."""
    return ArgumentError(f"{where}: {what}. {remedy}")
