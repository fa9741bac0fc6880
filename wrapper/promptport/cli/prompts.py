"""`promptport prompts`: what is in a folder of prompt files, and what is wrong there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from ..errors import Error
from ..files import Folder, PromptFileError, PromptVersions
from ..platform import Variable

prompts = typer.Typer(no_args_is_help=True, help="Folders of prompt files.")


@prompts.command()
def check(folder: Annotated[Path, typer.Argument(help="The folder.")]) -> None:
    """Say what is wrong in every file, as FILE:LINE:COLUMN, with exit code 1; or list the prompts, where all is well."""
    try:
        found = Folder(folder).prompts()
    except PromptFileError as error:
        for each in error.problems:
            typer.echo(str(each))
        files = len({each.file for each in error.problems})
        typer.echo(f"{_many(len(error.problems), 'problem')} in {_many(files, 'file')}", err=True)
        raise typer.Exit(1) from None
    except Error as error:
        typer.echo(f"promptport prompts check: {error}", err=True)
        raise typer.Exit(1) from None
    for prompt in found:
        typer.echo(_described(prompt))
    versions = sum(len(each.versions) for each in found)
    typer.echo(f"{_many(len(found), 'prompt')}, {_many(versions, 'version')}, no problem")


def _described(prompt: PromptVersions) -> str:
    live = prompt.labelled("production")
    lines = [prompt.name]
    for number, file in prompt.versions.items():
        labels = list(dict.fromkeys(["production"] * (number == live) + [*file.labels]))
        marked = f"  [{', '.join(labels)}]" if labels else ""
        variables = ", ".join(map(_variable, file.needed)) or "no variables"
        lines.append(f"  version {number}{marked}  {variables}")
    return "\n".join(lines)


def _variable(variable: Variable) -> str:
    kind = f": {variable.type}" if variable.type else ""
    default = "" if variable.default is None else f" = {json.dumps(variable.default, ensure_ascii=False)}"
    return f"{variable.name}{kind}{default}"


def _many(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
