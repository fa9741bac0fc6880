"""`promptport types`: a module in which every prompt is a function, so that editors and type checkers know what it needs."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..system.reading import read_regular, reason
from .terminal import Format, FormatOption, SourceArgument, emit, fail, failing, many, open_client, progress, shown

if TYPE_CHECKING:
    from ..client._sync import Client
    from ..prompt.prompt import Prompt
    from ..typed.module import Written

AT_ONCE = 40  # prompts between two steps of the bar
SECONDS = 60.0  # that so many may take
MOST = 64 << 20  # bytes of a module that is there
SHOWN = 10  # names that became others, of which the module tells all


def types(
    source: SourceArgument = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="The module; else it is written to stdout.")
    ] = None,
    check: Annotated[
        bool,
        typer.Option("--check", help="Write nothing; where the module is not up to date, show how, and exit with 1."),
    ] = False,
    label: Annotated[
        str | None,
        typer.Option(
            "--label",
            "-l",
            metavar="LABEL",
            help="The label that the functions ask for; else the version in production.",
        ),
    ] = None,
    names: Annotated[
        list[str] | None, typer.Option("--prompt", "-p", metavar="NAME", help="A prompt; else all. Again for more.")
    ] = None,
    format: FormatOption = Format.text,
) -> None:
    """Write a module in which every prompt is a typed function."""
    if check and output is None:
        raise typer.BadParameter("Name the module that is to be checked: -o prompts.py.", param_hint="--check")
    with failing("types"):
        from ..typed.module import written

        command = _command(source, output, label, names or ())
        with open_client(source, disk=False, spool=False, telemetry=False) as client:
            made = written(_fetched(client, names or (), label), command, label=label)
        there = None if output is None else _there(output)
        state = _state(there, made.text, check)
        if output is not None and state == "written":
            _write(output, there, made.text)
        if format == Format.json:
            _emit(output, state, there, made)
        elif output is None:
            typer.echo(made.text.encode(), nl=False)  # as a file would have it, whatever a terminal has
        else:
            _tell(output, state, there, made, check)
        if state == "missing":
            fail("types", f"There is no {output}: run `{command}`.")
        if state == "stale":
            fail("types", f"{output} is not what the prompts are now: run `{command}`.")


def _there(output: Path) -> str | None:
    """What stands in a file; None where there is none. A pipe or a device is neither read nor replaced."""
    try:
        data, _ = read_regular(output, MOST)
    except FileNotFoundError:
        return None
    except OSError as error:
        fail(
            "types",
            f"{output} can't be the module: {reason(error)}. Name a file, or leave -o out: the module goes to stdout.",
        )
    return data.decode(errors="replace").replace("\r\n", "\n")


def _state(there: str | None, text: str, check: bool) -> str:
    """How a module is, and is left: `written`, `current`; and where it is only looked at, `missing` or `stale`."""
    if there == text:
        return "current"
    if not check:
        return "written"
    return "missing" if there is None else "stale"


def _fetched(client: Client, names: Sequence[str], label: str | None) -> list[Prompt]:
    from ..errors import ConfigurationError, NotSupported

    try:
        wanted = list(dict.fromkeys(names or client.list()))
    except NotSupported as error:
        pulled = "or take what `promptport pull` has written: promptport types bundle:./prompts."
        raise ConfigurationError(f"{error} Name the prompts, as by --prompt welcome; {pulled}") from None
    found: list[Prompt] = []
    with progress(len(wanted), "Fetching") as advance:
        for begin in range(0, len(wanted), AT_ONCE):
            some = wanted[begin : begin + AT_ONCE]
            found += client.prefetch(some, label=label, deadline=SECONDS).values()
            advance(len(some))
    for each in found:
        if each.fetched.experiment is not None:
            notes = f"{shown(each.name)} is under an A/B test; what is written is of version {shown(each.version)}."
            typer.echo(f"{notes} --label asks for one version.", err=True)
    return found


def _command(source: str | None, output: Path | None, label: str | None, names: Sequence[str]) -> str:
    """The command that makes the module again, the same on every machine."""
    parts = ["promptport", "types", *([source] if source is not None else [])]
    if output is not None:
        parts += ["-o", output.name if output.is_absolute() else output.as_posix()]
    if label is not None:
        parts += ["--label", label]
    return shlex.join([*parts, *(part for name in names for part in ("--prompt", name))])


def _write(output: Path, there: str | None, text: str) -> None:
    from ..files.saving import save
    from ..typed.module import MADE

    if there is not None and there.strip() and not there.startswith(MADE):
        fail("types", f"{output} was not made by this command, and would be lost: name another file, or take it away.")
    save(output, text.encode())


def _difference(there: str | None, text: str, output: Path) -> list[str]:
    lines = (there or "").splitlines(), text.splitlines()
    return [*unified_diff(*lines, str(output), "as the prompts are now", lineterm="")]


def _emit(output: Path | None, state: str, there: str | None, made: Written) -> None:
    found: dict[str, Any] = {"functions": made.functions, "parameters": made.parameters}
    if output is None:
        found["text"] = made.text
    else:
        found |= {"file": str(output), "state": state}
        found["difference"] = _difference(there, made.text, output) if state == "stale" else []
    emit(found)


def _tell(output: Path, state: str, there: str | None, made: Written, check: bool) -> None:
    if state == "stale":
        for line in _difference(there, made.text, output):
            typer.echo(shown(line))
    elif state == "written":
        typer.echo(f"{shown(output)}: {many(len(made.functions), 'prompt')}")
    elif state == "current":
        typer.echo(f"{shown(output)} is up to date")
    notes = [f"{name} is {each}" for name, each in made.functions.items() if name != each]
    notes += [f"{key} of {name} is {each}" for name, found in made.parameters.items() for key, each in found.items()]
    for each in notes[:SHOWN] if not check else ():
        typer.echo(shown(each), err=True)
    if len(notes) > SHOWN and not check:
        typer.echo(f"and {many(len(notes) - SHOWN, 'name')} more, which the module tells", err=True)
