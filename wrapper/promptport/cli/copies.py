"""`promptport cache`: which copies of prompts are kept, and how to be rid of them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from ..cache.listing import Listed
from .copies_places import Folder, Place, Redis, folder_here, wanted_by
from .copies_view import as_data, in_order, summed, tables
from .terminal import Format, FormatOption, confirmed, emit, failing, is_watched
from .terminal import shown_in_line as shown

LONG = 1000  # copies from which on a bar shows how far it is

cache = typer.Typer(
    no_args_is_help=True,
    help="Copies of prompts that are kept, on disk or in Redis. Exit codes: 0 it is done, 1 it failed or was not wanted, 2 the "
    "command is not understood.",
)


PlatformOption = Annotated[str | None, typer.Option(help="Only those of this platform, such as xr2.")]
AccountOption = Annotated[str | None, typer.Option(help="Only those of this account, as the list shows it.")]
NameOption = Annotated[
    str | None, typer.Option(help="Only prompts of this name; `*` and `?` stand for any characters.")
]
FolderOption = Annotated[Path | None, typer.Option(help="Another folder than that which clients here use.")]
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
    """Show what is kept: of which platform and account, which prompt and version, how old, and where. Nothing is sent."""
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
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Don't ask.")] = False,
    format: FormatOption = Format.text,
) -> None:
    """Take copies away, all or some. An outage then finds none; running clients keep what they have in memory."""
    with _place("clear", folder, redis, prefix) as place:
        wanted = wanted_by(platform, account, name)
        copies = list(filter(wanted, place.listed()))
        if copies and not yes and not confirmed(f"Clear {summed(copies)} in {shown(place.name)}?"):
            typer.echo("Nothing was cleared; --yes clears without asking.", err=True)
            raise typer.Exit(1)
        gone = list(_shown_progress(place.cleared(wanted), len(copies)))
        if format == Format.json:
            size = sum(each.size for each in gone)
            emit({"place": place.name, "complete": place.complete, "cleared": len(gone), "bytes": size})
            return
        typer.echo(f"{summed(gone)} cleared in {shown(place.name)}")
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


def _shown_progress(copies: Iterator[Listed], count: int) -> Iterable[Listed]:
    """Copies as they go, with a bar where there are many and somebody looks."""
    if count < LONG or not is_watched():
        yield from copies
        return
    with typer.progressbar(copies, length=count, label="Clearing", file=sys.stderr) as bar:
        yield from bar


def _tell_bounds(place: Place) -> None:
    if not place.complete:
        typer.echo("There is more: this is where looking ends. Filter, or clear and look again.", err=True)
