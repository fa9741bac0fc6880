"""The tables of the page: what the local PromptRails holds, in words."""

from __future__ import annotations

from typing import Any

from promptport_local.backend import Table
from promptport_local.promptrails.keys import Keys
from promptport_local.promptrails.resources import RESOURCES
from promptport_local.promptrails.state import State

_SHOWN = 20


def tables(state: State, keys: Keys) -> list[Table]:
    """What the local PromptRails holds, for the page; of each resource the newest records."""
    with state.environment.transaction():
        rows = [(each["token"], _cell(each["active"] and each["allowed"])) for each in keys.masked()]
        shown = [Table("API keys", ("Key", "Good"), rows)]
        for name, resource in RESOURCES.items():
            held = state.collection(name)
            cells = [[_cell(each.get(column)) for column in resource.columns] for each in held.last(_SHOWN)]
            shown.append(Table(_title(name), [_title(each) for each in resource.columns], cells, len(held)))
        return shown


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _title(name: str) -> str:
    return name.replace("_", " ").capitalize()
