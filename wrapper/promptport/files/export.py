"""The prompts of a folder as plain data, as the local platform takes them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from ..platform import Variable
from ..prompt.syntax import escaped
from .errors import Problem, PromptFileError
from .folder import Folder
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
    for message in file.messages:
        for each in escaped(())(message.get("content", "")):
            if each.name is None:
                return f"the text `{each.literal}` would be a placeholder on a platform, which knows no backslash before it."
    return ""


def _version(number: int, file: PromptFile) -> dict[str, Any]:
    return {
        "number": number,
        "labels": list(file.labels),
        "messages": [_message(each) for each in file.messages],
        "variables": [_variable(each) for each in file.needed],
        "config": dict(file.config),
    }


def _message(message: Mapping[str, Any]) -> dict[str, Any]:
    if "content" not in message:
        return dict(message)
    made, at = [], 0
    for each in escaped(())(message["content"]):
        made += [message["content"][at : each.begin], each.literal, f"{{{{{each.name}}}}}"]
        at = each.end
    return {**message, "content": "".join([*made, message["content"][at:]])}


def _variable(variable: Variable) -> dict[str, Any]:
    fields = {name: value for name, value in variable._asdict().items() if value is not None}
    return {**fields, "required": variable.default is None}
