"""The prompts of a folder as plain data, as the local platform takes them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from ..platform import Variable
from ..prompt.message import texts_of
from ..prompt.rewriting import Unsayable, rewritten_messages
from ..prompt.syntax import SPACED, escaped
from .errors import Problem, PromptFileError
from .folder import Folder
from .marks import ROLES, TOOL
from .messages import with_texts
from .prompt_file import PromptFile


def export(place: str | os.PathLike[str]) -> list[dict[str, Any]]:
    """The prompts of a folder, in the form that `promptport_local.Server(prompts=...)` takes.

    Placeholders are written without blanks, as all platforms understand them, and variables are told even where the files
    declare none.

    Args:
        place: The folder.

    Raises:
        ConfigurationError: There is no such folder.
        PromptFileError: A file is malformed, or has a text that would be a placeholder on a platform; everything that is wrong
            in the folder is told.
        CallError: The folder can't be read.
    """
    prompts = Folder(place).prompts()
    problems = [
        Problem(os.fspath(place), 1, 1, f"{each.name}, version {number}: {problem}")
        for each in prompts
        for number, file in each.versions.items()
        if (problem := _unsayable(file))
    ]
    if problems:
        raise PromptFileError(problems=problems)
    return [
        {"name": each.name, "versions": [_version(number, file) for number, file in each.versions.items()]}
        for each in prompts
    ]


def _unsayable(file: PromptFile) -> str:
    """What a file says and no platform can hold, since none has a backslash before braces; empty where there is nothing."""
    try:
        _messages(file)
    except Unsayable:
        texts = (text for message in file.messages for text in texts_of(message))
        literal = next(each.literal for text in texts for each in escaped(())(text) if each.name is None)
        return f"the text `{literal}` would be a placeholder on a platform, which knows no backslash before it."
    return ""


def _version(number: int, file: PromptFile) -> dict[str, Any]:
    said = {"description": file.description, "note": file.note, "tags": list(file.tags)}
    return {
        "number": number,
        "labels": list(file.labels),
        "messages": _messages(file),
        "variables": [_variable(each) for each in file.needed],
        "config": deepcopy(file.config),
        **({"kind": "chat"} if file.kind == "chat" and len(file.messages) == 1 else {}),  # else that is seen
        **{name: each for name, each in said.items() if each},
    }


def _messages(file: PromptFile) -> list[dict[str, Any]]:
    """The messages with placeholders without blanks. What has no role is of the user, and of one that no platform knows, too."""
    found = rewritten_messages(file.messages, file.needed, "escaped", "spaced")
    return [dict(each) if "slot" in each else _message(each) for each in with_texts(found, _without_blanks)]


def _message(message: Mapping[str, Any]) -> dict[str, Any]:
    role = message.get("role")
    return {**message, "role": role if role in (*ROLES, TOOL) else "user", "content": message.get("content")}


def _without_blanks(text: str) -> str:
    return SPACED.sub(lambda found: f"{{{{{found[1]}}}}}", text)


def _variable(variable: Variable) -> dict[str, Any]:
    fields = {name: value for name, value in variable._asdict().items() if value is not None}
    enum = {} if variable.enum is None else {"enum": list(variable.enum)}
    return {**fields, **enum, "required": variable.default is None}
