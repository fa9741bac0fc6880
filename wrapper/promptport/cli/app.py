"""What the command can do. Each command is a module of its own, and imports what it needs when it runs."""

from __future__ import annotations

from typing import Annotated

import typer

from .._version import __version__
from .loading import EXITS, LazyGroup


class Promptport(LazyGroup):
    """The commands."""

    places = {  # noqa: RUF012 # nobody changes it
        "get": "get:get",
        "render": "render:render",
        "list": "list:list_prompts",
        "track": "track:track",
        "prompts": "prompts:prompts",
        "pull": "pull:pull",
        "diff": "diff:diff",
        "push": "push:push",
        "events": "events:events",
        "cache": "copies:cache",
        "types": "types:types",
        "serve": "serve:serve",
        "demo": "demo:demo",
        "login": "login:login",
        "logout": "login:logout",
        "trust": "trust:trust",
        "doctor": "doctor:doctor",
        "mcp": "mcp:mcp",
    }


# Plain help and errors: the same for people and pipes, and nothing of what they quote is read as markup.
app = typer.Typer(
    cls=Promptport,
    no_args_is_help=True,
    epilog=EXITS,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


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
