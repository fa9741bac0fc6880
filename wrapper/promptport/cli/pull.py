"""`promptport pull`: prompts of a platform as files, and a lock that says which versions they are."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .asked import LabelOption
from .terminal import Format, FormatOption, SourceOption, emit, failing, open_client
from .transfer_view import NamesArgument, counted, data, tell, watching

HINT = "; name the others to pull them without"


def pull(
    names: NamesArgument = None,
    source: SourceOption = None,
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help="The folder of the files.")] = Path("prompts"),
    label: LabelOption = None,
    frozen: Annotated[
        bool,
        typer.Option(
            "--frozen", help="Ask nobody: say whether the files are what the lock says, with exit code 1 if not."
        ),
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Overwrite what was edited here.")] = False,
    prune: Annotated[
        bool, typer.Option("--prune", help="Take away the files of prompts that the platform has no more.")
    ] = False,
    format: FormatOption = Format.text,
) -> None:
    """Write a platform's prompts into files, with a lock beside them.

    Without names, all that the platform lists and all that were pulled before. A file that was edited here is never overwritten
    without --force. Exit code 1 where anything is in the way; then no file is changed.
    """
    with failing("pull"):
        from ..transfer import frozen as compare
        from ..transfer import pull as carry_out

        if frozen and (force or prune or label):
            raise typer.BadParameter("--frozen changes nothing: leave --force, --prune and --label out.")
        if frozen:
            steps = compare(to, names or ())
        else:
            with open_client(source, disk=False, bundle=False) as client:
                steps = carry_out(
                    client, to, names or (), label=label, force=force, prune=prune, watch=watching("Pulling")
                )
        stopped = any(each.refused for each in steps)
        if format is Format.json:
            emit(data(steps, to, written=not (stopped or frozen)))
        else:
            tell([each for each in steps if each.refused] if stopped else steps)
            if not stopped:
                typer.echo(counted(steps))
        if stopped:
            if format is Format.text:
                what = "the files are not what the lock says" if frozen else "nothing was changed"
                some = not (frozen or names) and any(each.action == "failed" for each in steps)
                typer.echo(
                    f"promptport pull: {what}: {counted([each for each in steps if each.refused])}{HINT * some}",
                    err=True,
                )
            raise typer.Exit(1)
