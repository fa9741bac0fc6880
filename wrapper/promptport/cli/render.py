"""`promptport render`: a prompt with values put in, for a person, a file, or a model's interface."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import nullcontext
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..files.json_text import NoJson, read_json
from .asked import LabelOption, NameArgument, RefreshOption, UnitOption, VersionOption, asked, lines_of, origin_data
from .terminal import Format, FormatOption, SourceOption, emit, failing, open_client, write_text

if TYPE_CHECKING:
    from ..platform import Variable
    from ..prompt.prompt import RenderedPrompt

MOST = 16 << 20  # bytes of a file of values


class Messages(StrEnum):
    """Whose form messages are written in."""

    openai = "openai"
    responses = "responses"
    anthropic = "anthropic"


def render(
    name: NameArgument,
    values: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[VAR=VALUE]...", help="Values; those of declared types as JSON has them.", show_default=False
        ),
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option("--values", metavar="FILE", help="More values: a JSON or TOML file; `-` is stdin, as JSON."),
    ] = None,
    history: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A JSON file of messages to pass on; `-` is stdin.")
    ] = None,
    messages: Annotated[
        Messages | None, typer.Option(help="Write JSON in this form, as the library of a model takes it.")
    ] = None,
    version: VersionOption = None,
    label: LabelOption = None,
    source: SourceOption = None,
    refresh: RefreshOption = False,
    unit: UnitOption = None,
    format: FormatOption = Format.text,
) -> None:
    """Put values into a prompt. Of one message its text is written alone; several have their roles on lines of their own."""
    typed = dict(map(_split, values or ()))
    with failing("render"), open_client(source) as client:
        given = {} if file is None else _read_values(file)
        past = None if history is None else _read(history)
        prompt = asked(client, name, version, label, refresh, unit)
        if past is not None:
            prompt = prompt.options(history=past)
        rendered = prompt.render({**given, **_with_types(typed, prompt.variables)})
        if messages is not None:
            emit(_forms(rendered, messages))
        elif format == Format.json:
            emit(_as_data(rendered))
        else:
            found = [each.to_dict() for each in rendered.messages]
            alone = len(found) == 1 and isinstance(found[0]["content"], str)
            write_text(found[0]["content"] if alone else "\n".join(lines_of(found)))


def _split(given: str) -> tuple[str, str]:
    try:  # as it was typed, also where the locale is another
        given = os.fsencode(given).decode() if any("\ud800" <= each <= "\udfff" for each in given) else given
    except UnicodeDecodeError:
        raise typer.BadParameter(f"{given!r} is not UTF-8.", param_hint="'VAR=VALUE'") from None
    name, equals, value = given.partition("=")
    if not name or not equals:
        raise typer.BadParameter(f"{given!r} is no VAR=VALUE.", param_hint="'VAR=VALUE'")
    return name, value


def _with_types(typed: Mapping[str, str], declared: Iterable[Variable]) -> dict[str, Any]:
    """Values that were typed, as their variables' types have them: `3` is a number where one is declared, else a text."""
    types = {each.name: each.type for each in declared}
    return {name: value if types.get(name) in (None, "string") else _value(value) for name, value in typed.items()}


def _value(text: str) -> Any:
    try:
        return read_json(text)
    except NoJson:
        return text  # of a wrong type, as rendering says


def _read_values(file: Path) -> dict[str, Any]:
    from ..errors import ArgumentError

    found = _read(file)
    if not isinstance(found, dict):
        raise ArgumentError(f"{file} must hold an object: values by the names of their variables.")
    return found


def _read(file: Path) -> Any:
    """What a file holds, or a pipe, which may be one without an end."""
    import tomllib

    from ..errors import ArgumentError

    with nullcontext(sys.stdin.buffer) if str(file) == "-" else file.open("rb") as stream:
        data = stream.read(MOST + 1)
    if len(data) > MOST:
        raise ArgumentError(f"{file} has more than {MOST:,} bytes.")
    try:
        return tomllib.loads(data.decode()) if file.suffix == ".toml" else read_json(data.decode())
    except (ValueError, RecursionError) as error:
        kind = "TOML" if file.suffix == ".toml" else "JSON"
        raise ArgumentError(f"{file} is no {kind}: {error}.") from None


def _forms(rendered: RenderedPrompt, form: Messages) -> Any:
    if form == Messages.anthropic:
        return rendered.to_anthropic()
    return rendered.to_openai() if form == Messages.openai else rendered.to_openai_responses()


def _as_data(rendered: RenderedPrompt) -> dict[str, Any]:
    prompt = rendered.prompt
    return {
        "name": prompt.name,
        "version": prompt.version,
        "label": prompt.label,
        "messages": [each.to_dict() for each in rendered.messages],
        "text": rendered.text,
        "config": prompt.fetched.config,
        "trace": rendered.claim().trace,
        "origin": origin_data(prompt.origin),
    }
