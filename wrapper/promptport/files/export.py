"""The prompts of a folder as plain data, as the local platform takes them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from ..platform import Variable
from ..prompt.syntax import SPACED
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
        PromptFileError: A file is malformed; everything that is wrong in the folder is told.
        CallError: The folder can't be read.
    """
    return [
        {"name": each.name, "versions": [_version(number, file) for number, file in each.versions.items()]}
        for each in Folder(place).prompts()
    ]


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
    return {**message, "content": SPACED.sub(r"{{\1}}", message["content"])}


def _variable(variable: Variable) -> dict[str, Any]:
    fields = {name: value for name, value in variable._asdict().items() if value is not None}
    return {**fields, "required": variable.default is None}
