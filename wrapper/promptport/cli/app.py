"""What the command can do, and how its failures look: one line that says what to do, and an exit code."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from promptport_local import LocalError

from .._version import __version__
from ..errors import Error
from .copies import cache as cache_app
from .demo import show
from .events import events as events_app
from .login import forget, log_in
from .mcp import mcp
from .prompts import prompts as prompts_app
from .serve import serve_until_stopped
from .trust import forget_file, list_files, trust_file


class LoginPlatform(StrEnum):
    """The platforms that a person can log in to; the others know API keys only."""

    promptic = "promptic"


PlatformArgument = Annotated[LoginPlatform, typer.Argument(help="The platform.")]
EndpointOption = Annotated[
    str | None, typer.Option(help="Where it is; else PROMPTIC_ENDPOINT, else https://promptic.eu.")
]

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
app.add_typer(prompts_app, name="prompts")
app.add_typer(cache_app, name="cache")
app.add_typer(events_app, name="events")
app.command()(mcp)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"promptport {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version.")
    ] = False,
) -> None:
    """One SDK for every prompt platform."""


@app.command()
def serve(
    host: Annotated[
        str, typer.Option(help="The address to listen on; beyond 127.0.0.1 it is open to others.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")] = 8700,
    data: Annotated[
        Path | None, typer.Option(help="A file that keeps the state; without, it ends with the server.")
    ] = None,
    prompts: Annotated[
        Path | None, typer.Option(help="A folder of prompt files to serve besides; it is read once, now.")
    ] = None,
    clock: Annotated[
        str | None,
        typer.Option(
            help="The clock of the platforms: 10x runs ten times as fast, from:2026-01-01T00:00:00Z begins then,"
            " fixed:2026-01-01T00:00:00Z stands. Without, this machine's."
        ),
    ] = None,
    any_key: Annotated[bool, typer.Option("--any-key", help="Take any key, as the vendors' own emulators do.")] = False,
    releases: Annotated[
        list[str] | None,
        typer.Option(
            "--as",
            metavar="PLATFORM=RELEASE",
            help="Answer as a release of a vendor's, such as promptrails=0.3.0. Without, with what all its releases have.",
        ),
    ] = None,
) -> None:
    """Serve the platforms on this machine, until Ctrl-C."""
    try:
        serve_until_stopped(host, port, data, prompts, clock, any_key, releases or ())
    except (Error, LocalError) as error:
        typer.echo(f"promptport serve: {error}", err=True)
        raise typer.Exit(1) from None


@app.command()
def demo() -> None:
    """Fetch, render and track a prompt against a local platform, step by step."""
    show()


@app.command()
def login(
    platform: PlatformArgument,
    endpoint: EndpointOption = None,
    application: Annotated[
        str | None, typer.Option("--application", "--workspace", help="The id of the AI application to act in.")
    ] = None,
    browser: Annotated[bool, typer.Option(help="Open the page to confirm on.")] = True,
) -> None:
    """Log in as a person: clients without a key act as you from then on."""
    try:
        log_in(endpoint, application, browser)
    except (Error, TimeoutError) as error:
        typer.echo(f"promptport login: {error}", err=True)
        raise typer.Exit(1) from None


@app.command()
def logout(platform: PlatformArgument, endpoint: EndpointOption = None) -> None:
    """Forget what a login has kept on this machine."""
    try:
        forget(endpoint)
    except Error as error:
        typer.echo(f"promptport logout: {error}", err=True)
        raise typer.Exit(1) from None


@app.command()
def trust(
    path: Annotated[
        Path | None,
        typer.Argument(help="A pyproject.toml, or its folder; else the nearest one that has [tool.promptport]."),
    ] = None,
    listing: Annotated[bool, typer.Option("--list", help="Show what is trusted.")] = False,
    forgetting: Annotated[bool, typer.Option("--forget", help="Trust the file no more.")] = False,
) -> None:
    """Let a project file say where keys go and whether the other end is checked, for as long as it stays as it is."""
    try:
        if listing:
            list_files()
        elif forgetting:
            forget_file(path)
        else:
            trust_file(path)
    except Error as error:
        typer.echo(f"promptport trust: {error}", err=True)
        raise typer.Exit(1) from None
