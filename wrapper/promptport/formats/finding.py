"""Which files are brought in, and what their prompts are called."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import NamedTuple

from ..files import Problem
from .report import Report, shown

_UNFIT = re.compile(r"[\x00-\x1f\x7f\\/:@\ud800-\udfff]")
# What stands between the name of a prompt and the ending of its file.
_MIDDLES = (".prompt", ".agent", ".chatmode", ".instructions", ".skill", ".md", ".txt")
_HOLDERS = frozenset({"skill"})  # names of files that are called as their folder


class Found(NamedTuple):
    """A file that is to be read.

    Attributes:
        path: Where it lies.
        inside: Its place in the folder that was named, or its name.
        named: Whether it was named itself.
    """

    path: Path
    inside: PurePath
    named: bool


def found_files(paths: Iterable[Path], to: Path, problems: list[Problem]) -> Iterator[Found]:
    """The files that are to be read.

    Args:
        paths: Files, and folders.
        to: The folder of prompt files, which is passed over.
        problems: Takes the paths at which there is nothing.
    """
    for path in paths:
        if path.is_dir():
            yield from _walk(path, Path(os.path.realpath(to)))
        elif path.is_file():
            yield Found(path, PurePath(path.name), named=True)
        else:
            problems.append(Problem(str(path), 1, 1, "There is no such file or folder."))


def _walk(folder: Path, to: Path) -> Iterator[Found]:
    """The files of a folder, in the order of their names, but not those that were brought in.

    Links are followed to files within it alone.
    """
    root = Path(os.path.realpath(folder))
    for place, folders, files in os.walk(folder):
        inside = root / Path(place).relative_to(folder)
        folders[:] = sorted(
            each for each in folders if not each.startswith(".") and each != "node_modules" and inside / each != to
        )
        for each in sorted(files):
            path = Path(place, each)
            if each.startswith(".") or not path.is_file():
                continue
            if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(root):
                continue
            yield Found(path, path.relative_to(folder), named=False)


def name_of_file(found: Found, kind: str, report: Report) -> str:
    """The name of the prompt of a file, which is told where the file could not be called so.

    Args:
        found: The file.
        kind: Its format.
        report: Takes what is told.
    """
    stem = found.inside.name
    stem = stem.removesuffix(PurePath(stem).suffix)
    for each in _MIDDLES:
        stem = stem.removesuffix(each) if stem != each else stem
    parents = list(found.inside.parts[:-1])
    if stem.lower() in _HOLDERS:
        stem = parents.pop() if parents else found.path.absolute().parent.name
    if kind == "dotprompt":
        stem = stem.removeprefix("_")  # which marks a part there
    return fitting_name("/".join([*parents, stem]), report)


def fitting_name(name: str, report: Report) -> str:
    """A name as a prompt file can have it; it is told where that is another one."""
    parts = [_UNFIT.sub("-", each).strip(". ") or "prompt" for each in name.split("/")]
    if parts[-1].lower() == "readme":
        parts[-1] = "read-me"  # `README.md` is no prompt in any folder
    made = "/".join(parts)
    if made != name:
        report.note(1, f"The prompt is called {made}: {shown(name)} can't be the name of one.")
    return made
