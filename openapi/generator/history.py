"""The history of a contract: in which of the vendor's releases something is there, and what takes the place of what has gone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from .quoting import Code, code, joined, literal

MARKS = ("x-since", "x-until", "x-replaced-by")
# Under which a marked part carries its history; what a document writes there counts for nothing.
HISTORY = "x-history"
OWN = frozenset({"deprecated", *MARKS, HISTORY})  # what is said of a schema itself, and not of what is made of it


class Mark(NamedTuple):
    """Since when something is there, and until when.

    Attributes:
        package: The vendor's package, whose releases these are.
        since: The first release that has it; empty where all before have it.
        until: The last release that has it; empty where it is there still.
        removed_in: The release after that.
        instead: What to use, as a program writes it.
        wire: The same by the names on the wire.
    """

    package: str = ""
    since: str = ""
    until: str = ""
    removed_in: str = ""
    instead: tuple[str, ...] = ()
    wire: tuple[str, ...] = ()

    def sentence(self, wire: bool = False) -> str:
        """What a docstring tells of it; empty where there is nothing to tell."""
        use = " or ".join(f"`{each}`" for each in (self.wire if wire else self.instead))
        use = f"; use {use}" if use else ""
        if self.since and self.removed_in:
            return f"Since {self.package} {self.since}, gone since {self.removed_in}{use}."
        if self.removed_in:
            return f"Gone since {self.package} {self.removed_in}{use}."
        if use:
            return f"Deprecated: the platform may take it away{use}."
        return f"Since {self.package} {self.since}." if self.since else ""

    def of_value(self, value: str) -> str:
        """What is told of a value that has this history."""
        since = f"since {self.package} {self.since}" if self.since else ""
        until = f"until {self.package} {self.until}" if self.until else ""
        use = f"then {' or '.join(f'`{each}`' for each in self.instead)}" if self.instead else ""
        return f"`{value}` {', '.join(filter(None, (' '.join(filter(None, (since, until))), use)))}"

    @property
    def parts(self) -> list[Code]:
        """The mark as arguments of a `History`."""
        said = {"since": self.since, "until": self.until, "removed_in": self.removed_in, "replaced_by": self.instead}
        known = {
            "since": code("since={}", literal(self.since)),
            "until": code("until={}", literal(self.until)),
            "removed_in": code("removed_in={}", literal(self.removed_in)),
            "replaced_by": code("replaced_by={}", literal(self.instead)),
        }
        return [known[name] for name, each in said.items() if each]


class PartHistory(NamedTuple):
    """The history of a part of a contract, and that of its values."""

    mark: Mark = Mark()
    values: Mapping[str, Mark] = {}

    def sentences(self, wire: bool = False) -> str:
        """What a docstring tells."""
        of = "; ".join(mark.of_value(value) for value, mark in self.values.items())
        return " ".join(filter(None, (self.mark.sentence(wire), f"Values: {of}." if of else "")))

    @property
    def entry(self) -> Code:
        """It as a `History`; empty where there is none."""
        values = joined(", ", (code("{}: History({})", literal(value), joined(", ", mark.parts))
                               for value, mark in self.values.items() if mark.parts))  # fmt: skip
        parts = [*self.mark.parts, *([code("values={{{}}}", values)] if values else [])]
        return code("History({})", joined(", ", parts)) if parts else code("")


def history_of(node: Any) -> PartHistory:
    """The history of a part of a document that `annotated` made."""
    found = node.get(HISTORY) if isinstance(node, dict) else None
    return found if isinstance(found, PartHistory) else PartHistory()


def releases(document: Mapping[str, Any]) -> Code:
    """The vendor's releases that a contract covers; empty where it says nothing of them."""
    names = tuple(document.get("x-releases", ()))
    return code("Releases({}, {})", literal(document["x-package"]), literal(names)) if names else code("")
