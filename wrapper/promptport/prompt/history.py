"""Messages of a conversation as the models' libraries have them: dicts, and their own objects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..errors import ArgumentError
from .conversion import calls_of
from .dumped import dumped, plain
from .items import check_item, is_item, is_message

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
    if isinstance(given, Mapping) and not isinstance(given.get("role"), str):
        return {str(name): tuple(_messages(each, f"history[{name!r}]")) for name, each in given.items()}
    return {ALONE: tuple(_messages(given, "history"))}


def _messages(given: object, where: str) -> Iterator[dict[str, Any]]:
    for name in ("to_openai", "to_messages"):  # another rendered prompt; a prompt's value of LangChain's
        if callable(method := getattr(given, name, None)) and not isinstance(given, type):
            given = method()
    if not isinstance(given, Iterable) or isinstance(given, str | bytes | Mapping) or dumped(given) is not None:
        raise ArgumentError(f"{where} takes a list of messages, not {type(given).__name__}: {_instead(given)}.")
    for at, each in enumerate(given):
        try:
            yield _message(each, f"{where}[{at}]")
        except RecursionError:
            raise ArgumentError(f"{where}[{at}] is nested too deeply, or holds itself.") from None


def _message(given: Any, where: str) -> dict[str, Any]:
    if _is_langchain(given):
        from .langchain import of_langchain  # few applications have it

        found: Any = of_langchain(given, where)
    else:
        found = dumped(given)
        if found is None:
            own = callable(getattr(given, "to_dict", None)) and not isinstance(given, Mapping | type)
            found = given.to_dict() if own else given
    if not isinstance(found, Mapping):
        raise ArgumentError(
            f"{where} is {type(given).__name__}, and no message: write {{'role': 'user', 'content': ...}}."
        )
    found = plain(found if isinstance(found, dict) else dict(found), where)
    if is_item(found):
        check_item(found, where)
        return found  # type: ignore[no-any-return] # a dict stays one
    if found.get("type") == "message" and not is_message(found):
        # An answer of Anthropic's, of which a request takes two fields.
        found = {name: found[name] for name in ("role", "content") if name in found}
    role = found.get("role")
    if not isinstance(role, str) or not role:
        raise ArgumentError(
            f"{where} has no `role`, and so is no message: {', '.join(map(str, found)) or 'it is empty'}."
        )
    _check(found, where)
    return found  # type: ignore[no-any-return] # a dict stays one


def _check(message: Mapping[str, Any], where: str) -> None:
    """Whether its content is a text or parts, and its calls are calls; of which types they are, the conversions say."""
    content = message.get("content")
    if isinstance(content, list | tuple):
        for at, each in enumerate(content):
            if not isinstance(each, str | Mapping):
                raise ArgumentError(
                    f"{where}.content[{at}] is {type(each).__name__}: a part is an object with a `type`."
                )
    elif content is not None and not isinstance(content, str):
        raise ArgumentError(f"{where}.content is {type(content).__name__}: it takes a text or a list of parts.")
    for _ in calls_of(message, where):
        pass


def _is_langchain(value: Any) -> bool:
    return any(
        each.__name__ == "BaseMessage" and each.__module__.startswith("langchain_core.") for each in type(value).__mro__
    )


def _instead(given: object) -> str:
    """What to write for what is no list of messages."""
    if hasattr(given, "__aiter__"):
        return "read it first, [each async for each in it]"
    if hasattr(given, "__await__"):
        return "await it first"
    if hasattr(given, "choices"):
        return "give the message of a choice, [answer.choices[0].message]"
    return "give its `output`" if hasattr(given, "output") else "put it into a list"
