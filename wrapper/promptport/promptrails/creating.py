"""A version of all platforms as PromptRails takes it. What PromptRails can't hold is told, all of it at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from promptport_api.promptrails.models import PromptVersion

from ..errors import ArgumentError, NotSupported
from ..platform import NewVersion, Variable
from ..prompt.rewriting import Unsayable, rewritten_messages
from .reading import PRODUCTION, SETTINGS

ORDER = ("system", "user")  # the roles of its messages: one text each, in this order
NUMBERS = re.compile(r"v?(\d{1,9}(?:\.\d{1,9}){0,5})")  # a label that numbers its version
FIRST = "1.0.0"


def arguments_of(version: NewVersion) -> dict[str, Any]:
    """What `prompts_create_version` takes, but for the prompt's id, the version's label and its config.

    Raises:
        NotSupported: PromptRails can't hold what the version says; the text names all of it.
    """
    unheld = list(_unheld(version))
    messages: Sequence[Mapping[str, Any]] = ()
    if not unheld:
        try:
            messages = rewritten_messages(version.messages, version.variables, version.syntax, "spaced")
        except Unsayable as error:
            unheld.append(error.message.rstrip("."))
    if unheld:
        raise NotSupported(
            f"PromptRails holds one system text, one user text or both, an object as config, and the label {PRODUCTION!r}; "
            f"it can't hold of {version.name!r}: {'; '.join(unheld)}."
        )
    texts = {str(each["role"]): each["content"] for each in messages}
    return {
        "system_prompt": texts.get("system", ""),
        "user_prompt": texts.get("user", ""),
        "input_schema": None if version.variables is None else _schema(version.variables),
        "set_current": PRODUCTION in version.labels,
        "message": version.note or None,
    }


def config_of(config: Mapping[str, Any], versions: Iterable[PromptVersion]) -> dict[str, Any]:
    """Where a config goes: settings of a model into fields of their own, where the versions that there are have these.

    On servers of releases before 0.9 what runs a prompt takes its model from there; later ones have no such fields.

    Args:
        config: The config.
        versions: The versions that there are of the prompt.
    """
    there = [each for each in versions if isinstance(each, PromptVersion)]
    fields = {
        name: config[name]
        for name, kinds in SETTINGS.items()
        if _is_of(config.get(name), kinds) and any(name in each for each in there)
    }
    return {**fields, "config": {name: each for name, each in config.items() if name not in fields} or None}


def _is_of(value: object, kinds: tuple[type, ...]) -> bool:
    return isinstance(value, kinds) and not isinstance(value, bool)


def label_of(version: NewVersion, versions: Iterable[PromptVersion]) -> str:
    """What a new version is called: as its author says, else the number behind the highest that there is.

    Args:
        version: The new version.
        versions: Those that there are.

    Raises:
        ArgumentError: There is one of this label: nobody could tell the two apart.
    """
    taken = {each.version for each in versions if isinstance(each, PromptVersion) and isinstance(each.version, str)}
    if version.version is not None:
        label = str(version.version)
        if label in taken:
            raise ArgumentError(
                f"The prompt {version.name!r} has a version {label!r} already: give another `version`, or leave it out."
            )
        return label
    numbered = [[int(each) for each in found[1].split(".")] for label in taken if (found := NUMBERS.fullmatch(label))]
    if not numbered:
        return FIRST
    *head, last = max(numbered)
    return ".".join(map(str, [*head, last + 1]))


def _unheld(version: NewVersion) -> Iterator[str]:
    """What PromptRails has no place for."""
    roles: list[str] = []
    for at, message in enumerate(version.messages, 1):
        if "slot" in message:
            yield f"the place for messages {message['slot']!r}"
            continue
        role, content, more = message.get("role"), message.get("content"), sorted(message.keys() - {"role", "content"})
        if role not in ORDER:
            yield f"message {at}, of the role {role!r}"
        elif role in roles:
            yield f"message {at}, a second text of the role {role!r}"
        elif roles and ORDER.index(role) < ORDER.index(roles[-1]):
            yield f"message {at}, of the role {role!r}, behind one of the role {roles[-1]!r}"
        roles += [role] if role in ORDER else []
        if not isinstance(content, str):
            yield f"message {at}, whose content is {'nothing' if content is None else 'a list of parts'}"
        elif not content:
            yield f"message {at}, which is empty"
        if more:
            yield f"{', '.join(map(repr, more))} of message {at}"
    if version.tags:
        yield f"tags ({', '.join(version.tags)})"
    if others := [each for each in version.labels if each != PRODUCTION]:
        yield f"the labels {', '.join(others)}"
    if not isinstance(version.config, Mapping):
        yield f"a config that is no object but {type(version.config).__name__}"


def _schema(variables: Sequence[Variable]) -> dict[str, Any]:
    """The JSON schema of variables, which `reading` reads as these."""
    return {
        "type": "object",
        "properties": {each.name: dict(_about(each)) for each in variables},
        "required": [each.name for each in variables if each.required],
    }


def _about(variable: Variable) -> Iterator[tuple[str, Any]]:
    if variable.type is not None:
        yield "type", variable.type
    if variable.description:
        yield "description", variable.description
    if variable.default is not None:
        yield "default", variable.default
    if variable.enum is not None:
        yield "enum", list(variable.enum)
