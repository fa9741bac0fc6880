"""What `promptport prompts new` and `fmt` do to files."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from ..errors import ArgumentError, NotFound
from ..files import Folder, Problem, PromptFileError
from ..files.file_cache import MOST
from ..files.formatting import formatted
from ..files.listing import SUFFIX, Listing
from ..files.saving import create, save
from ..platform import Query
from ..system.reading import read_regular, reason

BEGUN = """\
+++
description = "What it is for."

[variables]
name = "string"
language = { type = "string", enum = ["en", "de"], default = "en", description = "What to answer in." }
+++
--- system
You are a friendly assistant. Answer in {{language}}.

--- user
Welcome {{name}}.
"""


def begin(name: str, to: Path) -> str:
    """Write the file of a new prompt; answers where it lies.

    Args:
        name: The prompt's name.
        to: The folder of the prompts.

    Raises:
        ArgumentError: The name is none, or there is such a prompt.
        CallError: The folder can't be read.
        OSError: It can't be written.
    """
    try:
        there = Folder(to).files(Query(name))
    except NotFound:
        path = to / f"{name}{SUFFIX}"
        path.parent.mkdir(parents=True, exist_ok=True)
        if not _is_prompt(path):
            raise ArgumentError(f"{path} is no prompt file: a README is for people.") from None
        create(path, BEGUN.encode())
        return os.fspath(path)
    number = max(each.number for each in there) + 1
    raise ArgumentError(
        f"There is a prompt {name} already: edit {there[0].path.name}, or write {name}@{number}{SUFFIX}, its next version."
    )


def bring_into_form(places: Sequence[Path], *, write: bool) -> tuple[list[str], list[Problem]]:
    """Bring prompt files into one form.

    Args:
        places: Folders, and single files, of which those that are no prompt files by their name are passed over.
        write: Whether they are changed, or it is only said which would be.

    Returns:
        The files that are in another form, and what is wrong in those that are malformed.

    Raises:
        CallError: A folder can't be read, or a file was changed meanwhile.
        OSError: A file can't be written.
    """
    changed: list[str] = []
    problems: list[Problem] = []
    for each in dict.fromkeys(path for place in places for path in _files(place)):
        shown = os.fspath(each).encode("utf-8", "backslashreplace").decode()
        try:
            data, _ = read_regular(each, MOST)
        except OSError as error:
            problems.append(Problem(shown, 1, 1, f"The file can't be read: {reason(error)}."))
            continue
        try:
            made = formatted(data, shown)
        except PromptFileError as error:
            problems += error.problems
            continue
        if made != data:
            changed.append(shown)
            if write:
                save(each, made, data)
    return changed, problems


def _files(place: Path) -> list[Path]:
    if place.is_file():
        return [place] if _is_prompt(place) else []
    folder = Folder(place)
    return [place / each.relative_to(folder.path) for each in folder.paths()]


def _is_prompt(path: Path) -> bool:
    """Whether a file is a prompt file, by its name."""
    return Listing(path.parent, lambda _: None).file(path) is not None
