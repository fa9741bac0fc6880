"""`promptport cache`: which copies of prompts are kept, and how to be rid of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from ..cache.listing import Listed
from .copies_places import Folder, Place, Redis, folder_here, wanted_by
from .copies_view import as_data, in_order, summed, tables
from .terminal import (
    AccountOption,
    FolderOption,
    Format,
    FormatOption,
    PlatformOption,
    YesOption,
    confirmed,
    emit,
    failing,
    progress,
)
from .terminal import shown_in_line as shown

cache = typer.Typer(no_args_is_help=True, help="Copies of prompts that are kept, on disk or in Redis.")


NameOption = Annotated[
    str | None, typer.Option(help="Only prompts of this name; `*` and `?` stand for any characters.")
]
RedisOption = Annotated[str | None, typer.Option(metavar="URL", help="A Redis server, in place of a folder.")]
PrefixOption = Annotated[str, typer.Option(help="What keys in Redis begin with.")]


@cache.command("list")
def list_copies(
    platform: PlatformOption = None,
    account: AccountOption = None,
    name: NameOption = None,
    folder: FolderOption = None,
    redis: RedisOption = None,
    prefix: PrefixOption = "promptport",
    format: FormatOption = Format.text,
) -> None:
    """Show what is kept. Of which platform, account, prompt and version, how old, and where. Nothing is sent."""
    with _place("list", folder, redis, prefix) as place:
        copies = in_order(filter(wanted_by(platform, account, name), place.listed()))
        if format == Format.json:
            found = [as_data(each, place.source) for each in copies]
            emit({"place": place.name, "complete": place.complete, "copies": found})
            return
        for line in tables(copies, place.source):
            typer.echo(line)
        typer.echo(f"{summed(copies)} in {shown(place.name)}")
        _tell_bounds(place)


@cache.command("clear")
def clear_copies(
    platform: PlatformOption = None,
    account: AccountOption = None,
    name: NameOption = None,
    folder: FolderOption = None,
    redis: RedisOption = None,
    prefix: PrefixOption = "promptport",
    yes: YesOption = False,
    format: FormatOption = Format.text,
) -> None:
    """Take copies away, all or some. An outage then finds none; running clients keep what they have in memory."""
    with _place("clear", folder, redis, prefix) as place:
        wanted = wanted_by(platform, account, name)
        copies = list(filter(wanted, place.listed()))
        if copies and not yes and not confirmed(f"Clear {summed(copies)} in {shown(place.name)}?"):
            typer.echo("Nothing was cleared; --yes clears without asking.", err=True)
            raise typer.Exit(1)
        cleared = list(_with_progress(place.cleared(wanted), len(copies)))
        if format == Format.json:
            size = sum(each.size for each in cleared)
            emit({"place": place.name, "complete": place.complete, "cleared": len(cleared), "bytes": size})
            return
        typer.echo(f"{summed(cleared)} cleared in {shown(place.name)}")
        _tell_bounds(place)


@contextmanager
def _place(command: str, folder: Path | None, redis: str | None, prefix: str) -> Iterator[Place]:
    """Where copies lie; what fails is told in a line, with exit code 1."""
    if folder is not None and redis is not None:
        raise typer.BadParameter("Give --folder or --redis, not both.")
    with failing(f"cache {command}"):
        if redis is None:
            yield Folder(folder if folder is not None else folder_here())
            return
        server = Redis(redis, prefix)
        try:
            yield server
        finally:
            server.close()


def _with_progress(copies: Iterator[Listed], count: int) -> Iterator[Listed]:
    with progress(count, "Clearing") as done:
        for each in copies:
            yield each
            done(1)


def _tell_bounds(place: Place) -> None:
    if not place.complete:
        typer.echo("There is more: this is where looking ends. Filter, or clear and look again.", err=True)
