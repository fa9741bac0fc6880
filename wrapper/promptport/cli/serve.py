"""`promptport serve`."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from .terminal import failing


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
    with failing("serve"):
        serve_until_stopped(host, port, data, prompts, clock, any_key, releases or ())


def serve_until_stopped(
    host: str,
    port: int,
    data: Path | None = None,
    prompts: Path | None = None,
    clock: str | None = None,
    any_key: bool = False,
    releases: Iterable[str] = (),
) -> None:
    """Serve until SIGINT or SIGTERM.

    Args:
        host: The address to listen on.
        port: The port; 0 takes a free one.
        data: A file that keeps the state; None keeps it in memory.
        prompts: A folder of prompt files, which is read now.
        clock: The clock that the platforms go by, such as `10x` (`promptport_local.clock.clock_of`).
        any_key: Whether any key will do.
        releases: As which releases platforms answer, such as `promptrails=0.3.0`.

    Raises:
        Error: The folder can't be read, or files in it are malformed.
        LocalError: The platform can't start; the text names the remedy.
    """
    from threading import Event

    from promptport_local.releases import read_releases

    from ..testing import Platform

    stopped = Event()
    handlers = {each: signal.signal(each, lambda *_: stopped.set()) for each in (signal.SIGINT, signal.SIGTERM)}
    try:
        given = read_releases(releases)
        with Platform(host, port, data, prompts or (), now=clock, any_key=any_key, releases=given) as server:
            print(f"ready {server.address}", flush=True)  # noqa: T201 # programs wait for this line
            if sys.stdout.isatty():
                served = server.releases.items()
                names = ", ".join(f"/{name} ({release})" if release else f"/{name}" for name, release in served)
                print(f"Platforms are at {names}; a page shows them. Ctrl-C stops.")  # noqa: T201 # for people
            while not stopped.wait(0.5):  # a wait without an end can't be interrupted on Windows
                pass
    finally:
        for each, handler in handlers.items():
            signal.signal(each, handler)
