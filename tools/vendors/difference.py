"""One thing in which a vendor's package and a contract differ."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

KINDS = NEW, ENDED, CHANGED = ("new", "ended", "changed")
PARTS = METHOD, SIGNATURE, REQUEST, ENVELOPE, ANSWER, TYPE, FIELD, NAME = (
    "method", "signature", "request", "envelope", "answer", "type", "field", "name",
)  # fmt: skip


class Difference(NamedTuple):
    """A difference.

    Attributes:
        kind: `new` where the package has what the contract lacks, `ended` where the contract has what the package lacks.
        part: What it is of, one of `PARTS`.
        where: The method, type or name.
        what: What differs, in words that follow the name.
        detail: The parameter, key, field or value.
    """

    kind: str
    part: str
    where: str
    what: str = ""
    detail: str = ""

    @property
    def line(self) -> str:
        """The difference as a person reads it."""
        line = f"{self.where}: {self.what}" if self.what else self.where
        return "".join(
            each if each.isprintable() else ascii(each)[1:-1] for each in line
        )  # a package may hold any text


def ordered(found: Iterable[Difference]) -> list[Difference]:
    """Differences without repeats, by part and kind, and else as they were found."""
    return sorted(dict.fromkeys(found), key=lambda each: (PARTS.index(each.part), KINDS.index(each.kind)))
