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
        name: What it is called, as a program writes it: `executions.approve`. Arguments and values are called by their own names.
        since: The first release that has it; empty where it was there before all of them.
        until: The last release that has it; empty where it is there still.
        removed_in: The release after that; empty likewise.
        replaced_by: What to use instead, as a program writes it: `executions.approve`.
        values: What is said of single values, by themselves.
        arguments: What is said of an operation's arguments, by their names in Python; of fields that a mapping holds, by those
            on the wire.
    """

    name: str = ""
    since: str = ""
    until: str = ""
    removed_in: str = ""
    replaced_by: tuple[str, ...] = ()
    values: Mapping[str, History] = {}
    arguments: Mapping[str, History] = {}

    def lacking(self, names: tuple[str, ...], release: str) -> bool:
        """Whether a release, one of these names, does not have it."""
        position = names.index(release)
        return bool(
            (self.since and position < names.index(self.since)) or (self.until and position > names.index(self.until))
        )

    def describe(self, what: str, package: str) -> str:
        """Since when it is there, until when, and what to use, of something that is called so."""
        use = " or ".join(f"`{each}`" for each in self.replaced_by)
        use = f"; use {use}" if use else ""
        if self.since and self.removed_in:
            return f"{what} came with {package} {self.since} and is gone since {self.removed_in}{use}."
        if self.removed_in:
            return f"{what} is gone since {package} {self.removed_in}{use}."
        return f"{what} is there since {package} {self.since}."
