"""`promptport trust`: which project files may say where keys go."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from ..errors import ConfigurationError
from ..project import trust as trusting
from ..project.file import Project, find_project, read_project
from .terminal import failing, shown


def trust(
    path: Annotated[
        Path | None,
        typer.Argument(help="A pyproject.toml, or its folder; else the nearest one that has [tool.promptport]."),
    ] = None,
    listing: Annotated[bool, typer.Option("--list", help="Show what is trusted.")] = False,
    forgetting: Annotated[bool, typer.Option("--forget", help="Trust the file no more.")] = False,
) -> None:
    """Let a project file say where keys go and whether the other end is checked, for as long as it stays as it is."""
    with failing("trust"):
        if listing:
            list_files()
        elif forgetting:
            forget_file(path)
        else:
            trust_file(path)


def trust_file(path: Path | None) -> None:
    """Trust a project file as it is now, and show what it says.

    Args:
        path: The file or its folder; None takes the nearest one.

    Raises:
        ConfigurationError: There is none, it can't be read, or the trust can't be kept.
    """
    project = read_project(path) if path is not None else _nearest()
    kept_in = trusting.trust(project)
    typer.echo(f"{shown(project.file)} is trusted as it is now; a change ends that. It says:")
    for line in _settings(project.table, "tool.promptport"):
        typer.echo(f"  {shown(line)}")
    typer.echo(f"This is kept in {shown(kept_in)}.")


def forget_file(path: Path | None) -> None:
    """Trust a project file no more.

    Args:
        path: The file or its folder, which may be gone; None takes the nearest one.

    Raises:
        ConfigurationError: There is none to take, or what is kept can't be changed.
    """
    named = path if path is not None else _nearest().file
    forgotten = trusting.forget(named)
    typer.echo(f"{shown(named)} is trusted no more." if forgotten else f"{shown(named)} was not trusted.")


def list_files() -> None:
    """Show the files that are trusted, and which of them have changed since or are gone.

    Raises:
        ConfigurationError: What is kept can't be read.
    """
    for each in trusting.trusted_files():
        note = {"changed": "  (changed since, so no longer trusted)", "gone": "  (gone)"}.get(each.state, "")
        typer.echo(f"{shown(each.path)}{note}")


def _nearest() -> Project:
    found = find_project()
    if found is None:
        raise ConfigurationError("There is no pyproject.toml with [tool.promptport] here or above: name one.")
    return found


def _settings(table: Mapping[str, Any], name: str) -> list[str]:
    """What a table says, a line a setting."""
    lines: list[str] = []
    for key, value in table.items():
        lines += _settings(value, f"{name}.{key}") if isinstance(value, dict) else [f"{name}.{key} = {value!r}"]
    return lines
