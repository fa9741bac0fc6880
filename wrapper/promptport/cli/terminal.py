"""A person's terminal, or a program's pipe: what every command takes, how it fails, and how it shows what others say."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

if TYPE_CHECKING:
    from ..client._sync import Client

UNITS = ((86_400, "d"), (3600, "h"), (60, "min"))
NO_LINES = ("dumb", "unknown")  # terminals that can neither overwrite a line nor colour it
WIDEST = 200  # characters of what others say


class Format(StrEnum):
    """For whom the answer is: a person, or a program."""

    text = "text"
    json = "json"


_SOURCE = (
    "Where prompts come from, such as xr2, files:./prompts or local:xr2. Else PROMPTPORT_SOURCE, else pyproject.toml."
)
FormatOption = Annotated[Format, typer.Option("--format", help="For people, or JSON for programs.")]
SourceOption = Annotated[
    str | None,
    typer.Option(
        "--source",
        "-s",
        metavar="SOURCE",
        help=_SOURCE,
    ),
]

SourceArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="[SOURCE]",
        show_default=False,
        help=_SOURCE,
    ),
]
YesOption = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]
# What `cache` and `events` show, and take away.
PlatformOption = Annotated[str | None, typer.Option(help="Only those of this platform, such as xr2.")]
AccountOption = Annotated[str | None, typer.Option(help="Only those of this account, as the list shows it.")]
FolderOption = Annotated[Path | None, typer.Option(help="Another folder than that which clients here use.")]


def open_client(source: str | None, **settings: Any) -> Client:
    """A client for a command; use it as a context manager.

    Args:
        source: What `SourceOption` has; None looks at PROMPTPORT_SOURCE, and then into `pyproject.toml`.
        settings: Other arguments of `Client`.

    Raises:
        Error: There is no such platform, or a setting is malformed.
    """
    from ..client._sync import Client  # what sends is for those commands alone that ask

    return Client(source, **settings)


@contextmanager
def failing(command: str) -> Iterator[None]:
    """What goes wrong inside is one line on stderr, `promptport COMMAND: ...`, and exit code 1.

    That is an error of ours or of the local platform, a file that can't be read or written, and an extra that is not installed.
    A reader that has enough, such as `head`, is no failure. Ctrl-C is exit code 130. Meanwhile warnings are shown as lines, too.

    Args:
        command: The command as it is typed, such as `cache list`.
    """
    from promptport_local.errors import LocalError

    from ..errors import Error, MissingCredential
    from ..extras import missing_extra
    from ..system.reading import reason
    from .log_lines import warnings_shown

    try:
        with warnings_shown(line):
            yield
    except BrokenPipeError:
        silence()
        raise typer.Exit(0) from None
    except MissingCredential as error:
        fail(command, error.message)  # without what a program is told besides
    except (Error, LocalError, TimeoutError) as error:
        fail(command, str(error))
    except ImportError as error:
        fail(command, str(missing_extra(error, "cli", "The command")))
    except OSError as error:
        fail(command, f"{error.filename}: {reason(error)}" if error.filename else reason(error))
    except KeyboardInterrupt:
        raise typer.Exit(130) from None


def fail(command: str, why: str) -> NoReturn:
    """Say why a command has failed, in one line on stderr, and end with exit code 1.

    Args:
        command: The command as it is typed.
        why: What went wrong, and what to do about it; it may be somebody else's text.
    """
    typer.echo(f"promptport {command}: {line(why)}", err=True)
    raise typer.Exit(1)


def silence() -> None:
    """Let nothing more be written to stdout, whose reader has gone: not even by the interpreter, when it ends."""
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 # it is a device
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


def emit(data: Any) -> None:
    """Write JSON to stdout, for `--format json`: ASCII alone, so that it is the same in every terminal and steers none.

    Args:
        data: What JSON can hold.
    """
    import json

    typer.echo(json.dumps(data, indent=2))


def write_text(text: str) -> None:
    """Write somebody else's text to stdout: to a program as it is, in UTF-8, to a terminal without what would steer it.

    Args:
        text: Lines, such as a prompt. A line break is added at the end where there is none.

    Raises:
        ArgumentError: It holds half a character, which no file can hold.
    """
    text = text if text.endswith("\n") else f"{text}\n"
    if sys.stdout.isatty():
        sys.stdout.write("".join(each if each in "\n\t" else shown(each) for each in text))
        sys.stdout.flush()
        return
    try:
        typer.echo(text.encode(), nl=False)  # whatever the locale: nothing of it may become something else
    except UnicodeEncodeError:
        from ..errors import ArgumentError

        raise ArgumentError(
            "The text holds half a character, which UTF-8 can't say: --format json writes it."
        ) from None


@contextmanager
def progress(total: int | None, title: str) -> Iterator[Callable[[int], None]]:
    """A bar on stderr, where that is a terminal; elsewhere nothing is shown.

    Args:
        total: How many steps there are; None where nobody knows yet.
        title: What is going on, such as `Pulling`.

    Yields:
        What tells the bar how many steps are done besides.
    """
    if not is_watched():
        yield lambda count: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(bar_width=None), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, expand=False) as bar:
        task = bar.add_task(title, total=total)
        yield lambda count: bar.update(task, advance=count)


def is_coloured() -> bool:
    """Whether colours are wanted on stdout: it is a terminal that has some, and NO_COLOR is not set."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") not in NO_LINES


def is_watched() -> bool:
    """Whether somebody sees what is written to stderr as it comes, on a terminal that can overwrite a line."""
    return sys.stderr.isatty() and os.environ.get("TERM") not in NO_LINES


def shown(text: object) -> str:
    """What somebody else says, such as a platform or a file, without what would steer the terminal."""
    return "".join(each if each.isprintable() else "?" for each in str(text))


def line(text: str) -> str:
    """What somebody else says, as `shown`, all of it on one line."""
    return shown(" ".join(text.splitlines()))


def shown_in_line(text: object) -> str:
    """What somebody else says, as `shown`, and not more of it than a line has room for."""
    found = str(text)
    return shown(found) if len(found) <= WIDEST else f"{shown(found[:WIDEST])}..."


def table(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Rows as lines, of which the first is the head."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  " + "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip()


def age(seconds: float) -> str:
    """How old something is, in one unit; what is from the future has no age."""
    return next(
        (f"{seconds // unit:.0f} {name}" for unit, name in UNITS if seconds >= unit), f"{max(seconds, 0):.0f} s"
    )


def size(count: int) -> str:
    """How many bytes something has."""
    return f"{count:,} B" if count < 10_000 else f"{count / 1000:,.0f} kB"


def many(count: int, one: str, more: str = "") -> str:
    """How many there are of something."""
    return f"{count:,} {one if count == 1 else more or f'{one}s'}"


def confirmed(question: str) -> bool:
    """Whether a person says yes; nobody is there to answer where nothing can be read. Ctrl-C is none, but KeyboardInterrupt."""
    try:
        return typer.confirm(question)
    except typer.Abort as error:
        typer.echo(err=True)
        if isinstance(error.__context__, KeyboardInterrupt):
            raise KeyboardInterrupt from None
        return False
