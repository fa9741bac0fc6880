"""In which of a vendor's releases an operation, an argument or a value is there, as data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Releases(NamedTuple):
    """The releases of a vendor's package that a contract covers.

    Attributes:
        package: What the package is called.
        names: The releases, the oldest first.
    """

    package: str
    names: tuple[str, ...]


class History(NamedTuple):
    """What a contract says of the time that something is there.

    Attributes:
        since: The first release that has it; empty where it was there before all of them.
        until: The last release that has it; empty where it is there still.
        gone: The release after that; empty likewise.
        replaced_by: What to use instead, as a program writes it: `executions.approve`.
        values: What is said of single values, by themselves.
        arguments: What is said of an operation's arguments, by their names in Python; of fields that a mapping holds, by those
            on the wire.
    """

    since: str = ""
    until: str = ""
    gone: str = ""
    replaced_by: tuple[str, ...] = ()
    values: Mapping[str, History] = {}
    arguments: Mapping[str, History] = {}
