"""`promptport get`: what a prompt says, and what is known of it."""

from __future__ import annotations

from .asked import (
    LabelOption,
    NameArgument,
    RefreshOption,
    UnitOption,
    VersionOption,
    as_data,
    asked,
    described,
    lines_of,
)
from .terminal import Format, FormatOption, SourceOption, emit, failing, open_client, shown, write_text


def get(
    name: NameArgument,
    version: VersionOption = None,
    label: LabelOption = None,
    source: SourceOption = None,
    refresh: RefreshOption = False,
    unit: UnitOption = None,
    format: FormatOption = Format.text,
) -> None:
    """Show a prompt with its placeholders. It is the version in production, unless another is asked for."""
    with failing("get"), open_client(source) as client:
        prompt = asked(client, name, version, label, refresh, unit)
        if format == Format.json:
            emit(as_data(prompt))
            return
        known = [(what, text) for what, text in described(prompt) if text]
        width = max(len(what) for what, _ in known)
        head = [shown(prompt.name), *(f"  {what:{width}}  {shown(text)}" for what, text in known)]
        write_text("\n".join([*head, "", *lines_of(prompt.fetched.messages)]))
