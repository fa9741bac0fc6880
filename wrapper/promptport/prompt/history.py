"""Messages of a conversation as the models' libraries have them: dicts, and their own objects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..errors import ArgumentError
from .dumped import dumped, plain
from .items import ITEMS, call, message_of

Messages = tuple[dict[str, Any], ...]
ALONE = "history"  # the place of a history that is given without a name


def read_history(given: object) -> dict[str, Messages]:
    """What goes to which place.

    A dict stays the object that it is. Objects of OpenAI's and Anthropic's libraries become what these would send, those of
    LangChain what it converts them to.

    Args:
        given: Messages, in anything that can be gone through once; or a mapping of the names of places to messages.

    Raises:
        ArgumentError: Something is no message.
    """
    if isinstance(given, Mapping) and "role" not in given:
        return {str(name): tuple(_messages(each, f"history[{name!r}]")) for name, each in given.items()}
    return {ALONE: tuple(_messages(given, "history"))}


def _messages(given: object, where: str) -> Iterator[dict[str, Any]]:
    rendered = getattr(given, "to_openai", None)  # another rendered prompt
    given = rendered() if callable(rendered) else given
    if not isinstance(given, Iterable) or isinstance(given, str | bytes | Mapping) or dumped(given) is not None:
        raise ArgumentError(f"{where} takes a list of messages, not {type(given).__name__}: put it into a list.")
    calls: list[Any] | None = None  # of the message before, where more of them may follow
    for at, each in enumerate(given):
        try:
            message = _message(each, f"{where}[{at}]")
        except RecursionError:
            raise ArgumentError(f"{where}[{at}] is nested too deeply, or holds itself.") from None
        item = "role" not in message
        made = message_of(message, f"{where}[{at}]") if item else message
        if calls is not None and item and "tool_calls" in made:
            calls += made["tool_calls"]
            continue
        calls = made.get("tool_calls") if item else None
        yield made


def _message(given: Any, where: str) -> dict[str, Any]:
    if _langchain(given):
        found: Any = _of_langchain(given, where)
    elif callable(getattr(given, "to_dict", None)) and not isinstance(given, Mapping):
        found = given.to_dict()
    else:
        found = dumped(given) or given
    if not isinstance(found, Mapping):
        raise ArgumentError(
            f"{where} is {type(given).__name__}, and no message: write {{'role': 'user', 'content': ...}}."
        )
    if found.get("type") == "message":
        # An answer of Anthropic's or of the Responses API, of which a request takes two fields.
        found = {name: found[name] for name in ("role", "content") if name in found}
    found = plain(found if isinstance(found, dict) else dict(found), where)
    role = found.get("role")
    if (not isinstance(role, str) or not role) and found.get("type") not in ITEMS:
        raise ArgumentError(
            f"{where} has no `role`, and so is no message: {', '.join(map(str, found)) or 'it is empty'}."
        )
    return found  # type: ignore[no-any-return] # a dict stays one


def _langchain(value: Any) -> bool:
    return any(
        each.__name__ == "BaseMessage" and each.__module__.startswith("langchain_core.") for each in type(value).__mro__
    )


def _of_langchain(given: Any, where: str) -> dict[str, Any]:
    from langchain_core.messages import convert_to_openai_messages  # it is loaded, since this is one of its objects

    try:
        found: Any = convert_to_openai_messages(given)
    except (ValueError, KeyError, TypeError):
        raise ArgumentError(f"{where} is {type(given).__name__}, which LangChain sends to no model as it is.") from None
    # What a model wrote for arguments and is no JSON: the message that answers such a call would else answer none.
    if wrong := getattr(given, "invalid_tool_calls", ()):
        calls = [call(each.get("id"), each.get("name"), each.get("args")) for each in wrong]
        found = {**found, "tool_calls": [*found.get("tool_calls", ()), *calls]}
    return found  # type: ignore[no-any-return] # one message gives one
