"""`promptport list`: the names of all prompts."""

from __future__ import annotations

from .terminal import Format, FormatOption, SourceOption, emit, failing, open_client, shown, write_text


def list_prompts(source: SourceOption = None, format: FormatOption = Format.text) -> None:
    """List the names of all prompts, a line each."""
    with failing("list"), open_client(source) as client:
        names = client.list()
        if format == Format.json:
            emit({"platform": client.platform.name, "prompts": names})
        elif names:
            write_text("\n".join(map(shown, names)))
