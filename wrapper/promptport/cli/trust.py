"""`promptport trust`: which project files may say where keys go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from json import dumps, loads
from pathlib import Path
from typing import Annotated, Any

import typer

from ..errors import ConfigurationError
from ..project import trust as trusting
from ..project.file import Project, find_project, read_project
from .terminal import Format, FormatOption, emit, failing, shown


def trust(
    path: Annotated[
        Path | None,
        typer.Argument(help="A pyproject.toml, or its folder; else the nearest one that has [tool.promptport]."),
    ] = None,
    listing: Annotated[bool, typer.Option("--list", help="Show what is trusted.")] = False,
    forgetting: Annotated[bool, typer.Option("--forget", help="Trust the file no more.")] = False,
    format: FormatOption = Format.text,
) -> None:
    """Let a project file say where keys go. And whether the other end is checked; for as long as it stays as it is."""
    if listing and (forgetting or path is not None):
        raise typer.BadParameter("It shows all that is trusted: leave the rest out.", param_hint="'--list'")
    with failing("trust"):
        if listing:
            list_files(format)
        elif forgetting:
            forget_file(path, format)
        else:
            trust_file(path, format)


def trust_file(path: Path | None, format: Format) -> None:
    """Trust a project file as it is now, and show what it says.

    Args:
        path: The file or its folder; None takes the nearest one.
        format: For whom the answer is.

    Raises:
        ConfigurationError: There is none, it can't be read, or the trust can't be kept.
    """
    project = read_project(path) if path is not None else _nearest()
    kept_in = trusting.trust(project)
    settings = dict(_settings(project.table, "tool.promptport"))
    if format == Format.json:
        emit({"file": str(project.file), "settings": settings, "kept_in": str(kept_in)})
        return
    typer.echo(f"{shown(project.file)} is trusted as it is now; a change ends that. It says:")
    for name, value in settings.items():
        typer.echo(f"  {shown(f'{name} = {value!r}')}")
    typer.echo(f"This is kept in {shown(kept_in)}.")


def forget_file(path: Path | None, format: Format) -> None:
    """Trust a project file no more.

    Args:
        path: The file or its folder, which may be gone; None takes the nearest one.
        format: For whom the answer is.

    Raises:
        ConfigurationError: There is none to take, or what is kept can't be changed.
    """
    named = path if path is not None else _nearest().file
    forgotten = trusting.forget(named)
    if format == Format.json:
        emit({"file": str(named), "forgotten": forgotten})
        return
    typer.echo(f"{shown(named)} is trusted no more." if forgotten else f"{shown(named)} was not trusted.")


def list_files(format: Format) -> None:
    """Show the files that are trusted, and which of them have changed since or are gone.

    Args:
        format: For whom the answer is.

    Raises:
        ConfigurationError: What is kept can't be read.
    """
    files = trusting.trusted_files()
    if format == Format.json:
        emit({"files": [{"file": str(each.path), "state": each.state} for each in files]})
        return
    for each in files:
        note = {"changed": "  (changed since, so no longer trusted)", "gone": "  (gone)"}.get(each.state, "")
        typer.echo(f"{shown(each.path)}{note}")


def _nearest() -> Project:
    found = find_project()
    if found is None:
        raise ConfigurationError("There is no pyproject.toml with [tool.promptport] here or above: name one.")
    return found


def _settings(table: Mapping[str, Any], name: str) -> Iterator[tuple[str, Any]]:
    """What a table says, each setting by its full name; dates, which JSON can't say, as texts."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _settings(value, f"{name}.{key}")
        else:
            yield f"{name}.{key}", loads(dumps(value, default=str))
