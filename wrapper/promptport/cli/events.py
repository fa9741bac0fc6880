"""`promptport events`: what waits to be delivered or was set aside, and what becomes of it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import time
from typing import Annotated, Any

import typer

from ..errors import Error
from ..outbox.listing import Listed, account_folders, listed
from ..outbox.purging import purge
from ..outbox.returning import give_back
from ..system.flags import CREATE
from .events_chosen import Wanted, folder_here, wanted_by
from .events_delivering import delivered
from .events_view import as_data, exported, grouped, summed, tables
from .terminal import (
    AccountOption,
    FolderOption,
    Format,
    FormatOption,
    PlatformOption,
    YesOption,
    confirmed,
    emit,
    fail,
    failing,
    many,
)
from .terminal import shown_in_line as shown

events = typer.Typer(no_args_is_help=True, help="Events, scores and spans that wait, or were set aside.")

KindOption = Annotated[str | None, typer.Option(help="Only those of this kind: events, scores or spans.")]
ReasonOption = Annotated[
    str | None, typer.Option(help="Only what was set aside for this reason; `*` and `?` stand for any characters.")
]
OlderOption = Annotated[
    str | None, typer.Option("--older-than", metavar="TIME", help="Only those as old as this: 90s, 10min, 12h, 7d.")
]
WaitingOption = Annotated[bool, typer.Option("--waiting", help="What waits to be delivered.")]
AsideOption = Annotated[bool, typer.Option("--aside", help="What was set aside.")]


@events.command("list")
def list_events(
    platform: PlatformOption = None,
    account: AccountOption = None,
    kind: KindOption = None,
    reason: ReasonOption = None,
    older_than: OlderOption = None,
    waiting: WaitingOption = False,
    aside: AsideOption = False,
    folder: FolderOption = None,
    values: Annotated[bool, typer.Option("--values", help="Show what they hold, too.")] = False,
    format: FormatOption = Format.text,
) -> None:
    """Show what waits and what was set aside. Account by account: names, how many, how old, and why. Nothing is sent."""
    with _folder("list", folder) as root:
        wanted = _states(wanted_by(platform, account, kind, reason, older_than), waiting, aside)
        found = list(filter(wanted, listed(root)))
        groups = grouped(found)
        if format == Format.json:
            emit({"folder": str(root), "groups": [as_data(each, values) for each in groups], **_counts(found)})
            return
        for line in tables(groups, values):
            typer.echo(line)
        typer.echo(f"{summed(found)} in {shown(root)}")


@events.command("retry")
def retry_events(
    platform: PlatformOption = None,
    account: AccountOption = None,
    kind: KindOption = None,
    reason: ReasonOption = None,
    older_than: OlderOption = None,
    folder: FolderOption = None,
    now: Annotated[
        bool, typer.Option("--now", help="Deliver it from here, with what waits; keys are taken from the environment.")
    ] = False,
    timeout: Annotated[float, typer.Option(min=0.0, help="Seconds that --now takes at the most.")] = 30.0,
    format: FormatOption = Format.text,
) -> None:
    """Let what was set aside wait again, all or some. The next process of its account delivers it, or one that runs."""
    with _folder("retry", folder) as root:
        wanted = wanted_by(platform, account, kind, reason, older_than)
        returned = [each for place in account_folders(root) for each in give_back(place, wanted, time())]
        results = list(delivered(root, wanted_by(platform, account, kind, None, None), timeout)) if now else []
        if format == Format.json:
            emit({"folder": str(root), "returned": len(returned), "delivered": [each.as_data() for each in results]})
        else:
            hint = "" if now or not returned else "; the next process of the account delivers it, or --now"
            typer.echo(f"{many(len(returned), 'entry waits', 'entries wait')} again in {shown(root)}{hint}")
            for each in results:
                typer.echo(str(each), err=bool(each.problem))
        if any(each.problem or each.waiting or each.aside for each in results):
            raise typer.Exit(1)


@events.command("export")
def export_events(
    platform: PlatformOption = None,
    account: AccountOption = None,
    kind: KindOption = None,
    reason: ReasonOption = None,
    older_than: OlderOption = None,
    waiting: WaitingOption = False,
    aside: AsideOption = False,
    folder: FolderOption = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="A new file, which only you can read; else the terminal.")
    ] = None,
) -> None:
    """Write entries with their values, a line of JSON each. They stay where they are."""
    with _folder("export", folder) as root:
        wanted = _states(wanted_by(platform, account, kind, reason, older_than), waiting, aside)
        done, unreadable = 0, 0
        with _output(output) as write:
            for each in filter(wanted, listed(root)):
                if each.entry is None:
                    unreadable += 1
                else:
                    write(f"{exported(each, each.entry)}\n")
                    done += 1
        if output is not None:
            typer.echo(f"{many(done, 'entry', 'entries')} written to {shown(output)}")
        if unreadable:
            typer.echo(
                f"{unreadable:,} can't be read, and are left out; `promptport events list` names them.", err=True
            )
            raise typer.Exit(1)


@events.command("purge")
def purge_events(
    platform: PlatformOption = None,
    account: AccountOption = None,
    kind: KindOption = None,
    reason: ReasonOption = None,
    older_than: OlderOption = None,
    waiting: Annotated[
        bool,
        typer.Option("--waiting", help="What waits, in place of what was set aside; not that of processes that run."),
    ] = False,
    folder: FolderOption = None,
    yes: YesOption = False,
    format: FormatOption = Format.text,
) -> None:
    """Take away for good what was set aside, all or some. There is no way back: `promptport events export` keeps it first."""
    with _folder("purge", folder) as root:
        chosen = _states(wanted_by(platform, account, kind, reason, older_than), waiting, not waiting)

        def wanted(each: Listed) -> bool:
            return chosen(each) and not each.living

        found = list(filter(wanted, listed(root)))
        question = (
            f"Purge {summed(found)} in {shown(root)}? There is no way back; `promptport events export` keeps it first."
        )
        if found and not yes and not confirmed(question):
            typer.echo("Nothing was purged; --yes purges without asking.", err=True)
            raise typer.Exit(1)
        purged = [each for place in account_folders(root) for each in purge(place, wanted)] if found else []
        if format == Format.json:
            emit({"folder": str(root), "purged": len(purged), "bytes": sum(each.size for each in purged)})
        else:
            typer.echo(f"{many(len(purged), 'entry', 'entries')} purged in {shown(root)}")


def _states(wanted: Wanted, waiting: bool, aside: bool) -> Wanted:
    """Which entries are meant, by what has become of them as well; all, where neither is asked for."""
    if waiting == aside:
        return wanted
    return lambda each: each.aside is aside and wanted(each)


def _counts(found: list[Listed]) -> dict[str, int]:
    waits, aside = sum(each.waits for each in found), sum(each.aside and each.entry is not None for each in found)
    return {"waiting": waits, "aside": aside, "unreadable": len(found) - waits - aside}


@contextmanager
def _output(path: Path | None) -> Iterator[Any]:
    """Where lines go: a new file of the person's alone, or the terminal."""
    if path is None:
        yield sys.stdout.write
        return
    with os.fdopen(os.open(path, CREATE, 0o600), "w", encoding="utf-8") as file:
        try:
            yield file.write
        except BaseException:
            path.unlink(missing_ok=True)
            raise


@contextmanager
def _folder(command: str, folder: Path | None) -> Iterator[Path]:
    """The folder of all accounts; what fails is told in a line, with exit code 1."""
    with failing(f"events {command}"):
        try:
            yield folder if folder is not None else folder_here()
        except ValueError as error:  # what no path can be, such as one with a zero byte
            if isinstance(error, Error):
                raise
            fail(f"events {command}", f"{folder or 'the folder'}: {error}")
