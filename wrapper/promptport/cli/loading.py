"""Commands that are imported when they are typed, so that none pays for what another one needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

EXITS = (
    "Exit codes: 0 it is done, 1 it failed or something is wrong, 2 the command is not understood, 130 it was broken off by "
    "Ctrl-C."
)


class Commands(Mapping[str, Any]):
    """Commands by their names.

    Args:
        places: Where each is, as `module:name` in this package: a function with its options, or a `typer.Typer`.
    """

    def __init__(self, places: Mapping[str, str]) -> None:
        self._places = places

    def __getitem__(self, name: str) -> Any:
        return _loaded(name, self._places[name])

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class LazyGroup(TyperGroup):
    """A group whose commands are loaded when they are asked for.

    Attributes:
        places: Where they are, as `Commands` has it.
    """

    places: Mapping[str, str] = {}

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands: Any = Commands(self.places)

    def list_commands(self, ctx: Any) -> list[str]:
        """The names of all commands, in their order."""
        return list(self.places)


def _loaded(name: str, place: str) -> Any:
    module, _, attribute = place.partition(":")
    found = getattr(import_module(f".{module}", __package__), attribute)
    around = typer.Typer(rich_markup_mode=None, add_completion=False, pretty_exceptions_enable=False)
    around.callback()(_nothing)  # with it there is a group to take one command from
    if isinstance(found, typer.Typer):
        around.add_typer(found, name=name)
    else:
        around.command(name)(found)
    group: Any = get_command(around)
    command = group.commands[name]
    for each in (command, *getattr(command, "commands", {}).values()):
        each.epilog = EXITS
    return command


def _nothing() -> None:
    """Do nothing."""
