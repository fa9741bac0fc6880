"""`promptport serve`."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .serve_lines import Teller
from .terminal import failing, is_coloured

if TYPE_CHECKING:
    from promptport_local import Server


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
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but where it listens.")] = False,
) -> None:
    """Serve the platforms on this machine, until Ctrl-C. It says which keys clients use, and a line for each request."""
    with failing("serve"):
        serve_until_stopped(host, port, data, prompts, clock, any_key, releases or (), quiet)


def serve_until_stopped(
    host: str,
    port: int,
    data: Path | None = None,
    prompts: Path | None = None,
    clock: str | None = None,
    any_key: bool = False,
    releases: Iterable[str] = (),
    quiet: bool = False,
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
        quiet: Whether nothing is said but where it listens.

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
            with nullcontext() if quiet else _telling(server):
                while not stopped.wait(0.5):  # a wait without an end can't be interrupted on Windows
                    pass
    finally:
        for each, handler in handlers.items():
            signal.signal(each, handler)


@contextmanager
def _telling(server: Server) -> Iterator[None]:
    """A block in which it is said on stdout how to be a client, and what arrives."""
    teller = Teller(server, sys.stdout.fileno(), is_coloured())
    teller.start()
    try:
        yield
    finally:
        teller.stop()
