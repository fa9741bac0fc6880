"""`promptport prompts`: what is in a folder of prompt files, and what is wrong there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from ..errors import Error
from ..files import Folder, Problem, PromptFileError, PromptVersions
from ..platform import Variable
from .imports import import_
from .terminal import many, shown

prompts = typer.Typer(no_args_is_help=True, help="Folders of prompt files.")
prompts.command("import")(import_)


@prompts.command()
def check(places: Annotated[list[Path], typer.Argument(help="Folders, or single prompt files.")]) -> None:
    """Say what is wrong in every file, as FILE:LINE:COLUMN, with exit code 1; or list the prompts, where all is well.

    Of single files, as a hook before a commit names them, those that are no prompt files by their name are passed over.
    """
    problems: list[Problem] = []
    found: list[PromptVersions] = []
    try:
        for place in places:
            if place.is_file():
                problems += Folder(place.parent).check_file(place)
                continue
            try:
                found += Folder(place).prompts()
            except PromptFileError as error:
                problems += error.problems
    except Error as error:
        typer.echo(f"promptport prompts check: {shown(str(error))}", err=True)
        raise typer.Exit(1) from None
    for each in problems:
        typer.echo(shown(str(each)))
    if problems:
        files = len({each.file for each in problems})
        typer.echo(f"{many(len(problems), 'problem')} in {many(files, 'file')}", err=True)
        raise typer.Exit(1)
    for prompt in found:
        typer.echo(_described(prompt))
    versions = sum(len(each.versions) for each in found)
    files = sum(each.is_file() for each in places)
    checked = [f"{many(len(found), 'prompt')}, {many(versions, 'version')}"] * (files < len(places))
    typer.echo(f"{', '.join([*checked, *[many(files, 'file')] * (files > 0)])}, no problem")


def _described(prompt: PromptVersions) -> str:
    live = prompt.labelled("production")
    lines = [shown(prompt.name)]
    for number, file in prompt.versions.items():
        labels = list(dict.fromkeys(["production"] * (number == live) + [*file.labels]))
        marked = f"  [{shown(', '.join(labels))}]" if labels else ""
        variables = shown(", ".join(map(_variable, file.needed))) or "no variables"
        lines.append(f"  version {number}{marked}  {variables}")
    return "\n".join(lines)


def _variable(variable: Variable) -> str:
    kind = f": {variable.type}" if variable.type else ""
    default = "" if variable.default is None else f" = {json.dumps(variable.default, ensure_ascii=False)}"
    return f"{variable.name}{kind}{default}"
