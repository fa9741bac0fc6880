"""Messages of a conversation as the models' libraries have them: dicts, and their own objects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..errors import ArgumentError

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
    if not isinstance(given, Iterable) or isinstance(given, str | bytes | Mapping) or _dumped(given) is not None:
        raise ArgumentError(f"{where} takes a list of messages, not {type(given).__name__}: put it into a list.")
    for at, each in enumerate(given):
        yield _message(each, f"{where}[{at}]")


def _message(given: Any, where: str) -> dict[str, Any]:
    if _langchain(given):
        from langchain_core.messages import convert_to_openai_messages  # it is loaded, since this is one of its objects

        found: Any = convert_to_openai_messages(given)
    elif callable(getattr(given, "to_dict", None)) and not isinstance(given, Mapping):
        found = given.to_dict()
    else:
        found = _dumped(given) or given
    if not isinstance(found, Mapping):
        raise ArgumentError(
            f"{where} is {type(given).__name__}, and no message: write {{'role': 'user', 'content': ...}}."
        )
    if found.get("type") == "message" and "stop_reason" in found:
        # An answer of Anthropic's, of which a request takes two fields.
        found = {"role": found.get("role"), "content": found.get("content")}
    role = found.get("role")
    if not isinstance(role, str) or not role:
        raise ArgumentError(
            f"{where} has no `role`, and so is no message: {', '.join(map(str, found)) or 'it is empty'}."
        )
    return _plain(found if isinstance(found, dict) else dict(found), where)  # type: ignore[no-any-return] # a dict stays one


def _plain(value: Any, where: str) -> Any:
    """A value in the terms of JSON; what is already so stays the object that it is."""
    if isinstance(value, str) or value is None:
        return value
    if isinstance(value, bytes | bytearray | memoryview):
        raise ArgumentError(f"{where} holds bytes, which no message can: write them in base64.")
    dumped = _dumped(value)
    if dumped is not None:
        return dumped
    if isinstance(value, dict):
        made = {name: _plain(each, where) for name, each in value.items()}
        return value if all(made[name] is each for name, each in value.items()) else made
    if isinstance(value, list | tuple):
        items = [_plain(each, where) for each in value]
        return value if all(new is old for new, old in zip(items, value, strict=True)) else items
    if isinstance(value, Mapping):
        return {name: _plain(each, where) for name, each in value.items()}
    return [_plain(each, where) for each in value] if isinstance(value, Iterator) else value


def _dumped(value: Any) -> dict[str, Any] | None:
    """What the libraries of models send for an object of theirs: what was set of it, and nothing that was not."""
    dump = getattr(value, "model_dump", None)
    if not callable(dump) or isinstance(value, type):
        return None
    found = dump(mode="json", exclude_unset=True, exclude=getattr(value, "__api_exclude__", None))
    return found if isinstance(found, dict) else None


def _langchain(value: Any) -> bool:
    return any(
        each.__name__ == "BaseMessage" and each.__module__.startswith("langchain_core.") for each in type(value).__mro__
    )
