"""What commands that ask for one prompt have in common: which one, and how it is shown."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from ..client._sync import Client
    from ..platform import Variable
    from ..prompt.origin import Origin
    from ..prompt.prompt import Prompt

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="The prompt's name.", show_default=False)]
VersionOption = Annotated[
    str | None, typer.Option("--version", metavar="VERSION", help="One version: a number, or an id.")
]
LabelOption = Annotated[
    str | None, typer.Option("--label", "-l", metavar="LABEL", help="Whichever version carries this label now.")
]
UnitOption = Annotated[
    str | None,
    typer.Option(
        "--unit", metavar="ID", help="Whom it is for, such as a user: the version that this one gets by weights."
    ),
]
RefreshOption = Annotated[bool, typer.Option("--refresh", help="Ask the platform, however fresh the copy here is.")]


def asked(
    client: Client,
    name: str,
    version: str | None,
    label: str | None,
    refresh: bool = False,
    unit: str | None = None,
) -> Prompt:
    """The prompt that a command line names.

    Args:
        client: The client.
        name: The prompt's name.
        version: A version as it was typed: a number where the platform's versions are numbers.
        label: A label.
        refresh: Whether the platform is asked, however fresh the copy is.
        unit: Whom it is for.

    Raises:
        Error: What `Client.get` raises.
    """
    numbered = version is not None and client.platform.versions == "number" and version.isdecimal()
    found: int | str | None = int(version) if version is not None and numbered else version
    return client.get(name, version=found, label=label, refresh=refresh, unit=unit)


def described(prompt: Prompt) -> Iterator[tuple[str, str]]:
    """What is known of a prompt, as names and texts; what there is not is left out."""
    fetched, origin = prompt.fetched, prompt.origin
    yield "version", "" if prompt.version is None else str(prompt.version)
    yield "label", prompt.label or ""
    yield "labels", ", ".join(fetched.labels) if set(fetched.labels) != {prompt.label} else ""
    yield "id", prompt.id or ""
    yield "from", f"{origin.platform} ({origin.source})"
    yield "kind", fetched.kind
    yield "tags", ", ".join(fetched.tags)
    yield "description", fetched.description
    yield "note", fetched.note
    yield "unit", origin.unit or ""
    yield "experiment", origin.experiment or ""
    yield "config", json.dumps(fetched.config, ensure_ascii=False) if fetched.config else ""
    for number, each in enumerate(prompt.variables):
        yield "" if number else "variables", variable_shown(each)


def variable_shown(variable: Variable) -> str:
    """A variable as a line has it: as `variable_typed`, which values there are, and what it is for."""
    optional = " (optional)" if variable.default is None and not variable.required else ""
    values = [json.dumps(each, ensure_ascii=False) for each in variable.enum or ()]
    one_of = f", one of {', '.join(values)}" if values else ""
    about = f"  {variable.description}" if variable.description else ""
    return f"{variable_typed(variable)}{optional}{one_of}{about}"


def variable_typed(variable: Variable) -> str:
    """A variable's name, its type, and what stands in for a value."""
    kind = f": {variable.type}" if variable.type else ""
    default = "" if variable.default is None else f" = {json.dumps(variable.default, ensure_ascii=False)}"
    return f"{variable.name}{kind}{default}"


def lines_of(messages: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Messages as lines: of each a head with its role, then what it says; what is no text is JSON."""
    for message in messages:
        if "slot" in message:
            yield f"--- {{{{{message['slot']}}}}}"
            continue
        more = {name: value for name, value in message.items() if name not in ("role", "content")}
        rest = f" {json.dumps(more, ensure_ascii=False)}" if more else ""
        yield f"--- {message.get('role', 'user')}{rest}"
        content = message.get("content")
        for each in content if isinstance(content, list | tuple) else [content]:
            if each is not None:
                yield _part(each)


def _part(part: Any) -> str:
    if isinstance(part, Mapping) and part.keys() == {"type", "text"} and isinstance(part["text"], str):
        return part["text"]
    return part if isinstance(part, str) else json.dumps(part, ensure_ascii=False)


def as_data(prompt: Prompt) -> dict[str, Any]:
    """A prompt as plain data, for programs."""
    fetched = prompt.fetched
    return {
        "name": prompt.name,
        "version": prompt.version,
        "label": prompt.label,
        "labels": list(fetched.labels),
        "id": prompt.id,
        "kind": fetched.kind or None,
        "tags": list(fetched.tags),
        "description": fetched.description,
        "note": fetched.note,
        "config": fetched.config,
        "syntax": fetched.syntax,
        "variables": [each._asdict() for each in prompt.variables],
        "messages": [dict(each) for each in fetched.messages],
        "origin": origin_data(prompt.origin),
    }


def origin_data(origin: Origin) -> dict[str, Any]:
    """Where a prompt came from, as plain data: all that it says of itself."""
    from attrs import asdict

    return {**asdict(origin), "age": round(origin.age, 1)}
