"""`promptport prompts`: what is in a folder of prompt files, and what is wrong there."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from ..files import Folder, Problem, PromptFileError, PromptVersions
from .asked import variable_typed
from .imports import import_
from .prompts_changes import begin, bring_into_form
from .terminal import Format, FormatOption, emit, failing, many, shown

prompts = typer.Typer(no_args_is_help=True, help="Folders of prompt files.")
prompts.command("import")(import_)


@prompts.command()
def check(
    places: Annotated[list[Path], typer.Argument(metavar="PATH", help="Folders, or single prompt files.")],
    format: FormatOption = Format.text,
) -> None:
    """Say what is wrong in prompt files, as FILE:LINE:COLUMN.

    That is exit code 1; where all is well, the prompts are listed. Of single files, as a hook before a commit names them, those
    that are no prompt files by their name are passed over.
    """
    problems: list[Problem] = []
    found: list[PromptVersions] = []
    with failing("prompts check"):
        for place in places:
            if _is_file(place):
                problems += _of_a_file(place)
                continue
            try:
                found += Folder(place).prompts()
            except PromptFileError as error:
                problems += error.problems
        if format == Format.json:
            emit({"problems": [each._asdict() for each in problems], "prompts": list(map(_as_data, found))})
        elif problems:
            tell(problems)
        else:
            _list(found, sum(map(_is_file, places)), len(places))
    if problems:
        raise typer.Exit(1)


@prompts.command()
def new(
    name: Annotated[str, typer.Argument(help="Its name, such as welcome or mail/welcome.")],
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help="The folder of the prompts.")] = Path("prompts"),
) -> None:
    """Begin a prompt: write a file that says what stands in one. A file that is there is never written over."""
    with failing("prompts new"):
        to.mkdir(parents=True, exist_ok=True)
        typer.echo(shown(begin(name, to)))


@prompts.command()
def fmt(
    places: Annotated[list[Path], typer.Argument(metavar="PATH", help="Folders, or single prompt files.")],
    checking: Annotated[
        bool, typer.Option("--check", help="Change nothing, and end with 1 where there is a change to make.")
    ] = False,
    format: FormatOption = Format.text,
) -> None:
    """Bring prompt files into one form. What they say stays as it is, and so do comments and the names of parts."""
    with failing("prompts fmt"):
        changed, problems = bring_into_form(places, write=not checking)
        if format == Format.json:
            emit({"changed": changed, "problems": [each._asdict() for each in problems]})
        else:
            for each in changed:
                typer.echo(shown(each))
            tell(problems)
            verb = "would be changed" if checking else "changed"
            typer.echo(f"{many(len(changed), 'file')} {verb}", err=True)
    if problems or (checking and changed):
        raise typer.Exit(1)


def tell(problems: Sequence[Problem]) -> None:
    """Say what is wrong, a line each, and how much it is."""
    for each in problems:
        typer.echo(shown(str(each)))
    if problems:
        files = len({each.file for each in problems})
        typer.echo(f"{many(len(problems), 'problem')} in {many(files, 'file')}", err=True)


def _is_file(place: Path) -> bool:
    """Whether a place is, or would be, a file: one that is missing, a pipe or a link to nothing has its line as any other."""
    return place.is_file() or (place.suffix == ".md" and not place.is_dir())


def _of_a_file(path: Path) -> list[Problem]:
    """What is wrong in a file. Parts begin with the folder of all prompts, which is the nearest one that has them."""
    full = Path(os.path.abspath(path))  # noqa: PTH100 # `resolve` would follow the links that are to be told
    first: list[Problem] | None = None
    for folder in full.parents:
        if not folder.is_dir():
            continue
        found = Folder(folder).check_file(full)
        if not path.is_absolute():
            found = [_relative(each, folder) for each in found]
        if not any(each.text.startswith("`{{> ") for each in found):
            return found
        first = found if first is None else first
        if any((folder / each).exists() for each in ("pyproject.toml", ".git")):
            break
    return first or []


def _relative(problem: Problem, folder: Path) -> Problem:
    """A problem with the names of files as they are seen from the current folder."""
    here = os.path.join(os.path.relpath(folder), "")  # noqa: PTH118 # it ends with the sign between folders
    here = here.removeprefix(os.path.join(os.curdir, ""))  # noqa: PTH118
    seen = os.path.join(folder, "")  # noqa: PTH118
    return problem._replace(file=os.path.relpath(problem.file), text=problem.text.replace(seen, here))


def _list(found: Sequence[PromptVersions], files: int, places: int) -> None:
    for prompt in found:
        typer.echo(_described(prompt))
    versions = sum(len(each.versions) for each in found)
    checked = [f"{many(len(found), 'prompt')}, {many(versions, 'version')}"] * (files < places)
    typer.echo(f"{', '.join([*checked, *[many(files, 'file')] * (files > 0)])}, no problem")


def _as_data(prompt: PromptVersions) -> dict[str, Any]:
    live = prompt.labelled("production")
    return {
        "name": prompt.name,
        "versions": [
            {
                "version": number,
                "production": number == live,
                "labels": file.labels,
                "kind": file.kind,
                "variables": [
                    {key: each for key, each in variable._asdict().items() if each not in (None, "")}
                    for variable in file.needed
                ],
                "unused": file.unused,
            }
            for number, file in prompt.versions.items()
        ],
    }


def _described(prompt: PromptVersions) -> str:
    live = prompt.labelled("production")
    lines = [shown(prompt.name)]
    for number, file in prompt.versions.items():
        labels = list(dict.fromkeys(["production"] * (number == live) + [*file.labels]))
        marked = f"  [{shown(', '.join(labels))}]" if labels else ""
        unused = set(file.unused)
        needed = (variable_typed(each) + " (unused)" * (each.name in unused) for each in file.needed)
        variables = shown(", ".join(needed)) or "no variables"
        lines.append(f"  version {number}{marked}  {variables}")
    return "\n".join(lines)
