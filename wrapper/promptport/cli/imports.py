"""`promptport prompts import`: prompts of other formats become prompt files."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from ..files import Problem
from ..formats import FORMATS, Imported, Result, import_files
from .terminal import Format, FormatOption, emit, failing, many, progress, shown

Kind = StrEnum("Kind", {each: each for each in FORMATS})  # type: ignore[misc] # the formats are told where they are read

_STATES = {"same": ("unchanged",), "replaced": ("replaced",)}


def import_(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files, and folders of such.")],
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help="The folder of prompt files to write to.")],
    kind: Annotated[
        Kind | None, typer.Option("--as", help="The format, where the name of a file does not say it.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Write nothing: say what would be written.")] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Replace files that are there and say something else.")
    ] = False,
    trim: Annotated[bool, typer.Option("--trim", help="Leave out empty lines at the edges of messages.")] = False,
    format: FormatOption = Format.text,
) -> None:
    """Bring in prompts of other formats.

    These are dotprompt, Prompty, Langfuse, Jinja, Mustache, Markdown with a YAML head, and agents' files. What can't be carried
    over is told as FILE:LINE:COLUMN. A file that can't be brought in as it is, is refused, with exit code 1; the others are
    written all the same.
    """
    with failing("prompts import"):
        with progress(None, "Importing") as done:
            settings: dict[str, Any] = {"kind": kind, "force": force, "trim": trim, "dry_run": dry_run, "done": done}
            result = import_files(paths, to, **settings)
        if format is Format.json:
            emit(_data(result))
        else:
            _show(result, dry_run)
        if result.problems:
            raise typer.Exit(1)


def _show(result: Result, dry_run: bool) -> None:
    for each in result.imported:
        about = [each.format, ", ".join(each.variables) or "no variables", *_STATES.get(each.state, ())]
        typer.echo(shown(f"{each.source} -> {each.path} ({'; '.join(about)})"))
        for note in each.notes:
            typer.echo(f"  {shown(str(note))}")
    for problem in result.problems:
        typer.echo(f"refused: {shown(str(problem))}")
    if result.passed_over:
        typer.echo(f"passed over, no prompts by their names: {shown(', '.join(result.passed_over))}")
    refused, notes = len({each.file for each in result.problems}), sum(len(each.notes) for each in result.imported)
    done = [f"{many(len(result.imported), 'prompt')} {'would be ' if dry_run else ''}imported"]
    done += [many(notes, "note")] if notes else []
    done += [f"{many(refused, 'file')} refused"] if refused else []
    typer.echo(", ".join(done), err=True)
    if any(b"\n\\\n" in each.data for each in result.imported):
        typer.echo(
            "Lines `\\` are empty lines at the edges of messages, which are sent: --trim leaves them out.", err=True
        )


def _data(result: Result) -> dict[str, Any]:
    return {
        "imported": [_prompt(each) for each in result.imported],
        "refused": [_problem(each) for each in result.problems],
        "passed_over": list(result.passed_over),
    }


def _prompt(each: Imported) -> dict[str, Any]:
    return {
        "source": each.source,
        "format": each.format,
        "name": each.name,
        "version": each.version,
        "kind": each.kind,
        "path": str(each.path),
        "state": each.state,
        "variables": list(each.variables),
        "parts": [part.name for part in each.parts],
        "notes": [_problem(note) for note in each.notes],
    }


def _problem(each: Problem) -> dict[str, Any]:
    return each._asdict()
