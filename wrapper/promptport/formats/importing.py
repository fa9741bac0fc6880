"""Files and folders of other formats, brought into a folder of prompt files."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from ..files import Problem
from ..files.saving import create, save
from .finding import Found, fitting_name, found_files, name_of_file
from .outcome import Draft
from .pieces import Part
from .reading import MOST_OF_EXPORTS, format_of, read_drafts, tell_of_braces, tell_of_types, written
from .report import Report, shown


class Imported(NamedTuple):
    """A prompt that was brought in.

    Attributes:
        source: The file that it comes from.
        format: That file's format.
        name: Its name.
        version: Its number.
        path: The file that it is written to.
        data: What stands there.
        kind: `text` or `chat`.
        variables: The names of its variables.
        parts: The other prompts whose texts are put into it, with the lines that name them.
        notes: What of it was left out or changed.
        state: `new`, `replaced`, or `same` where the file said this already.
    """

    source: str
    format: str
    name: str
    version: int
    path: Path
    data: bytes
    kind: str = "text"
    variables: Sequence[str] = ()
    parts: Sequence[Part] = ()
    notes: Sequence[Problem] = ()
    state: str = "new"


class Result(NamedTuple):
    """What became of all files.

    Attributes:
        imported: The prompts that were brought in.
        problems: Why others were not.
        passed_over: The files of folders whose names say no format, and `README.md`, which is about the others.
    """

    imported: Sequence[Imported]
    problems: Sequence[Problem]
    passed_over: Sequence[str]


def import_files(
    paths: Iterable[Path],
    to: Path,
    *,
    kind: str | None = None,
    force: bool = False,
    trim: bool = False,
    dry_run: bool = False,
    done: Callable[[int], None] = lambda count: None,
) -> Result:
    """Bring files into a folder, each by itself: one that can't be leaves the others alone.

    Args:
        paths: Files, and folders, in which those of known formats are read; what begins with a dot is passed over there.
        to: The folder of prompt files; it is made where it is not there.
        kind: The format of all of them, where their names do not say it.
        force: Whether a file that is there is replaced.
        trim: Whether empty lines at the edges of messages are left out.
        dry_run: Whether nothing is written.
        done: Called with the count of files that are done besides.

    Raises:
        MissingExtra: PyYAML is not installed, and a file has a head in YAML.
    """
    passed_over: list[str] = []
    problems: list[Problem] = []
    planned: list[Imported] = []
    for found in found_files(paths, to, problems):
        chosen = kind or format_of(found.path)
        if not found.named and (chosen is None or found.inside.name.lower() == "readme.md"):
            passed_over.append(str(found.path))
        elif chosen is None:
            text = "The name says no format that is known: give it by --as."
            problems.append(Problem(str(found.path), 1, 1, text))
        else:
            planned += _read(found, chosen, to, trim, problems)
        done(1)
    planned = _apart(planned, problems)
    imported = []
    for each in _complete(planned, to, problems):
        try:
            state = _state(each, force, problems)
            if state in ("new", "replaced") and not dry_run:
                _write(each, replace=state == "replaced")
        except OSError as error:
            text = f"{each.path} can't be written: {error.strerror or error}."
            problems.append(Problem(each.source, 1, 1, text))
            state = None
        imported += [] if state is None else [each._replace(state=state)]
    return Result(imported, sorted(problems), passed_over)


def _read(found: Found, kind: str, to: Path, trim: bool, problems: list[Problem]) -> list[Imported]:
    report = Report(os.fspath(found.path))
    try:
        with found.path.open("rb") as file:
            data = file.read(MOST_OF_EXPORTS + 1)
    except OSError as error:
        report.refuse(1, f"The file can't be read: {error.strerror or error}.")
        data = b""
    made: list[Imported] = []
    for draft in () if report.problems else read_drafts(data, report, kind):
        new = None if report.problems else _made(found, kind, draft, to, trim, report)
        if new is not None:
            tell_of_braces(draft, new.data, data.decode(errors="replace"), report)
        made += [] if new is None or report.problems else [new._replace(notes=tuple(report.notes))]
        problems += report.problems
        report.problems, report.notes = [], []
    problems += report.problems
    return made


def _made(found: Found, kind: str, draft: Draft, to: Path, trim: bool, report: Report) -> Imported | None:
    name = fitting_name(draft.name, report) if kind == "langfuse" else name_of_file(found, kind, report)
    if kind != "langfuse":
        draft = _with_own_name(draft, name)
    draft = draft.trimmed() if trim else draft
    data = written(draft, report)
    tell_of_types(draft, kind, report)
    if data is None:
        return None
    version = draft.version or 1
    path = to.joinpath(*name.split("/"))
    path = path.with_name(f"{path.name}@{version}.md" if version > 1 else f"{path.name}.md")
    variables = list(dict.fromkeys([*(each.name for each in draft.variables), *draft.names]))
    return Imported(report.file, kind, name, version, path, data, draft.kind, variables, draft.parts)


def _with_own_name(draft: Draft, name: str) -> Draft:
    """The prompt, with what it calls itself among its settings, where that is not what its file is called."""
    if not draft.name or draft.name == name.rpartition("/")[2] or not isinstance(draft.config, Mapping):
        return draft
    config: dict[str, Any] = {"name": draft.name, **draft.config}
    return draft._replace(config=config)


def _apart(planned: Sequence[Imported], problems: list[Problem]) -> list[Imported]:
    """Those of which no two are written to one file."""
    first: dict[str, Imported] = {}
    for each in planned:
        other = first.setdefault(str(each.path).casefold(), each)
        if other is not each:
            text = f"It would be written to {each.path}, and so would {other.source}."
            problems.append(Problem(each.source, 1, 1, text))
    return [each for each in planned if first[str(each.path).casefold()] is each]


def _complete(planned: Sequence[Imported], to: Path, problems: list[Problem]) -> list[Imported]:
    """Those whose parts are there, or come in with them, and are one text each; none is a part of itself."""
    remaining = list(planned)
    while True:
        texts = {each.name: each for each in remaining if each.kind == "text"}
        wrong = {id(each): found for each in remaining if (found := _part_missing(each, texts, to))}
        problems += wrong.values()
        if not wrong:
            return remaining
        remaining = [each for each in remaining if id(each) not in wrong]


def _part_missing(each: Imported, texts: Mapping[str, Imported], to: Path) -> Problem | None:
    for part in each.parts:
        if part.name in texts:
            if each.name in _inside(part.name, texts):
                return Problem(each.source, part.line, 1, f"The part {shown(part.name)} is made of this prompt itself.")
        elif not to.joinpath(*f"{part.name}.md".split("/")).is_file():
            text = f"There is no prompt {shown(part.name)} of one text to put in here: import it too."
            return Problem(each.source, part.line, 1, text)
    return None


def _inside(name: str, texts: Mapping[str, Imported]) -> set[str]:
    """A prompt, its parts, and theirs."""
    found, rest = {name}, [name]
    while rest:
        inside = {part.name for part in texts[rest.pop()].parts} & texts.keys() - found
        found |= inside
        rest += inside
    return found


def _state(each: Imported, force: bool, problems: list[Problem]) -> str | None:
    """What writing would do; None where it may not."""
    if not each.path.exists() and not each.path.is_symlink():
        return "new"
    if each.path.is_file() and each.path.read_bytes() == each.data:
        return "same"
    if force and not each.path.is_dir():
        return "replaced"
    text = f"{each.path} is there already, and says something else: --force replaces it."
    problems.append(Problem(each.source, 1, 1, text))
    return None


def _write(each: Imported, *, replace: bool) -> None:
    each.path.parent.mkdir(parents=True, exist_ok=True)
    if replace:
        if each.path.is_symlink():
            each.path.unlink()  # it may lead out of the folder
        save(each.path, each.data)
        return
    create(each.path, each.data)
