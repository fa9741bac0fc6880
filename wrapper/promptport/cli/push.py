"""`promptport push`: a version on the platform for each prompt that was edited here."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .terminal import Format, FormatOption, SourceOption, YesOption, confirmed, emit, fail, failing, many, open_client
from .transfer_view import NamesArgument, counted, data, tell, watching

if TYPE_CHECKING:
    from ..transfer import Step


def push(
    names: NamesArgument = None,
    source: SourceOption = None,
    folder: Annotated[Path, typer.Option("--from", metavar="DIR", help="The folder of the files.")] = Path("prompts"),
    label: Annotated[
        str | None,
        typer.Option(
            "--label", "-l", help="The label of the new versions; else what their files say, or were pulled by."
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be done, and do nothing.")] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Make versions also of what was changed or deleted there meanwhile.")
    ] = False,
    yes: YesOption = False,
    format: FormatOption = Format.text,
) -> None:
    """Make a version of every prompt whose file was edited.

    promptport.lock is brought up to date. What was changed on the platform since it was pulled is told, with exit code 1, and
    nothing is made. Look with --dry-run first: a version that gets the label production is what users get from then on.
    """
    with failing("push"):
        from ..transfer import plan_push
        from ..transfer import push as carry_out

        with open_client(source, disk=False, bundle=False) as client:
            plan = plan_push(client, folder, names or (), label=label, force=force, watch=watching("Comparing"))
            if format is Format.text:
                tell([each for each in plan.steps if each.refused] if plan.refused else plan.steps)
            asks = bool(plan.creations) and not (dry_run or yes or plan.refused) and sys.stdin.isatty()
            if asks and format is Format.json:
                fail("push", "From a terminal, JSON needs --yes: there is no room for a question.")
            if plan.refused or dry_run:
                _end(plan.steps, folder, format, made=False)
            if asks and not confirmed(f"Make {many(len(plan.creations), 'version')} on {client.platform.name}?"):
                fail("push", "nothing was made.")
            steps = carry_out(client, folder, plan, watching("Pushing"))
        if format is Format.text:
            tell([each for each in steps if each not in plan.steps])
        _end(steps, folder, format, made=True)


def _end(steps: Sequence[Step], folder: Path, format: Format, *, made: bool) -> None:
    """Say what it comes to, and end."""
    refused = [each for each in steps if each.refused]
    if format is Format.json:
        emit(data(steps, folder, made=[each.name for each in steps if each.action == "pushed"]))
    elif refused:
        done = [each for each in steps if each.action == "pushed"]
        before = f"{many(len(done), 'version')} made, then stopped" if done else "nothing was made"
        typer.echo(f"promptport push: {before}: {counted(refused)}", err=True)
    else:
        typer.echo(counted(steps) if made else f"{counted(steps)}; nothing was made")
    raise typer.Exit(1 if refused else 0)
