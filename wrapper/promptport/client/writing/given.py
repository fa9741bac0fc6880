"""A version that is to be made, checked before anything is sent: what is wrong with it is named at the call."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ...errors import ArgumentError, NotSupported
from ...platform import NewVersion, Traits, Variable
from ...prompt.values import TYPES, check
from ...spelling import closest
from ..query import checked_query
from .plain import plain, text

KINDS = ("text", "chat")
Messages = str | Iterable[Mapping[str, Any]]


def new_version(
    traits: Traits,
    name: str,
    messages: Messages,
    *,
    kind: str | None = None,
    variables: Iterable[Variable | str] | None = None,
    config: Any = None,
    labels: Iterable[str] = (),
    tags: Iterable[str] = (),
    note: str = "",
    description: str = "",
    version: int | str | None = None,
) -> NewVersion:
    """A version as `Client.create_version` was given it; what it holds is the caller's no more.

    Raises:
        ArgumentError: An argument is of the wrong type, or nothing that JSON can say; the text says which, and where.
        NotSupported: The platform has no such label, or no versions.
    """
    query = checked_query(traits, name, version, None)
    if kind is not None and kind not in KINDS:
        raise _wrong("kind", f"`kind` must be {' or '.join(map(repr, KINDS))}, not {kind!r}.")
    named = tuple(dict.fromkeys(_texts("labels", labels)))
    for each in named:
        checked_query(traits, name, None, each)
    return NewVersion(
        text("name", name),
        _messages(messages, kind),
        kind or ("text" if isinstance(messages, str) else "chat"),
        None if variables is None else _variables(variables),
        config={} if config is None else plain("config", config),
        labels=named,
        tags=tuple(dict.fromkeys(_texts("tags", tags))),
        note=text("note", note),
        description=text("description", description),
        version=query.version,
    )


def _messages(messages: object, kind: str | None) -> tuple[dict[str, Any], ...]:
    if isinstance(messages, str):
        return ({"role": "user", "content": text("messages", messages)},)
    if isinstance(messages, Mapping) or not isinstance(messages, Iterable):
        raise _wrong("messages", f"`messages` must be a text or a list of messages, not {type(messages).__name__}.")
    found = tuple(_message(f"messages[{at}]", each) for at, each in enumerate(messages))
    if not found:
        raise _wrong("messages", "`messages` must hold at least one message.")
    if kind == "text" and not (len(found) == 1 and _is_text(found[0])):
        raise _wrong("messages", 'A prompt of the kind "text" is one text: give that, or leave `kind` out.')
    return found


def _message(place: str, message: object) -> dict[str, Any]:
    if not isinstance(message, Mapping):
        raise _wrong(
            "messages", f"`{place}` must be a mapping with `role` and `content`, not {type(message).__name__}."
        )
    found: dict[str, Any] = plain(place, message)
    if "slot" in found:
        if set(found) != {"slot"} or not isinstance(found["slot"], str) or not found["slot"]:
            raise _wrong("messages", f'`{place}` must be the place of a history alone, as in {{"slot": "history"}}.')
        return found
    if not isinstance(found.get("role"), str) or not found["role"]:
        raise _wrong(
            "messages", f"`{place}` needs a `role`, a text such as 'user'; a place for others is {{'slot': 'history'}}."
        )
    content = found.setdefault("content", None)
    parts = isinstance(content, list) and all(isinstance(each, dict) for each in content)
    if not (content is None or isinstance(content, str) or parts):
        raise _wrong("messages", f"`content` of `{place}` must be a text, a list of parts, or None.")
    return found


def _is_text(message: Mapping[str, Any]) -> bool:
    return message.keys() == {"role", "content"} and message["role"] == "user" and isinstance(message["content"], str)


def _variables(variables: object) -> tuple[Variable, ...]:
    if isinstance(variables, str | Mapping) or not isinstance(variables, Iterable):
        raise _wrong("variables", "`variables` must be a list of names or of `promptport.platform.Variable`.")
    found = [_variable(f"variables[{at}]", each) for at, each in enumerate(variables)]
    names = [each.name for each in found]
    if twice := sorted({each for each in names if names.count(each) > 1}):
        raise _wrong("variables", f"`variables` has the same name twice: {', '.join(twice)}.")
    return tuple(found)


def _variable(place: str, variable: object) -> Variable:
    if isinstance(variable, str):
        variable = Variable(variable)
    if not isinstance(variable, Variable):
        raise _wrong("variables", f"`{place}` must be a name or a Variable, not {type(variable).__name__}.")
    if not text(f"{place}.name", variable.name):
        raise _wrong("variables", f"`{place}` needs a name.")
    kind, enum = variable.type, variable.enum
    if kind is not None and kind not in TYPES:
        close = closest(str(kind), TYPES)
        guess = f" (did you mean {close}?)" if close else ""
        raise _wrong("variables", f"`{place}.type`, {kind!r}, is no type{guess}: there are {', '.join(TYPES)}.")
    if not isinstance(variable.required, bool):
        raise _wrong("variables", f"`{place}.required` must be True or False.")
    if enum is not None and (isinstance(enum, str) or not isinstance(enum, Sequence) or not enum):
        raise _wrong("variables", f"`{place}.enum` must be a list of the values that there are.")
    made = Variable(
        variable.name,
        kind,
        variable.required,
        plain(f"{place}.default", variable.default),
        text(f"{place}.description", variable.description),
        None if enum is None else tuple(plain(f"{place}.enum", list(enum))),
    )
    for each in (*(made.enum or ()), *(() if made.default is None else (made.default,))):
        types = {made.name: kind} if kind else {}
        enums = {made.name: made.enum} if made.enum is not None else {}
        unfit = check({made.name: each}, [made.name], types=types, enums=enums)
        if unfit is not None and made.name in unfit.wrong and each is not None:
            raise _wrong("variables", f"`{place}` has a value that does not fit: {unfit.wrong[made.name]}.")
    return made


def _texts(argument: str, given: object) -> tuple[str, ...]:
    if isinstance(given, str) or not isinstance(given, Iterable):
        raise _wrong(argument, f"`{argument}` must be a list of texts, not {type(given).__name__}.")
    found = tuple(text(argument, each) for each in given)
    if "" in found:
        raise _wrong(argument, f"`{argument}` must hold no empty text.")
    return found


def checked_label(traits: Traits, name: str, label: str, version: int | str) -> None:
    """See that a label can be given to a version.

    Raises:
        ArgumentError: An argument is of the wrong type.
        NotSupported: The platform has no such label, or no versions.
    """
    if version is None or label is None:
        raise ArgumentError("A label is given to one version: name both.")
    checked_query(traits, name, version, None)
    checked_query(traits, name, None, label)


def lacking(source: object, method: str, traits: Traits) -> NotSupported:
    """Why a platform's prompts can't be written so, and what there is instead.

    Args:
        source: The platform.
        method: What it lacks: `create_version`, `label` or `delete`.
        traits: Its traits.
    """
    word = {"create_version": "makes no versions", "label": "moves no labels", "delete": "deletes no prompts"}[method]
    own = {"create_version": "no_versions_made", "label": "no_labels_moved", "delete": "no_deletions"}[method]
    instead = getattr(source, own, "") or getattr(source, "no_versions_made", "")
    return NotSupported(f"{traits.name} {word} here. {instead}".strip())


def _wrong(argument: str, words: str) -> ArgumentError:
    error = ArgumentError(words)
    error.argument = argument
    return error
