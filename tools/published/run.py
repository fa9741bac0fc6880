"""A comparison as a maintainer reads it, with what is meant set aside."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

from tools.published.compare import Comparison, Difference
from tools.published.document import Document, Unreadable

MEANT = Path(__file__).with_name("meant.toml")


class Result(NamedTuple):
    """What came of a comparison.

    Attributes:
        head: What was compared.
        found: Differences that nothing explains.
        meant: What is meant: the row of `meant.toml`, its reason, and how many differences it explains.
        idle: What `meant.toml` explains, and which is no difference any more.
    """

    head: str
    found: list[Difference]
    meant: list[tuple[str, str, int]]
    idle: list[str]

    @property
    def code(self) -> int:
        """The exit code: 1 where something is left that nobody has looked at."""
        return 1 if self.found or self.idle else 0

    def text(self) -> str:
        """All of it, a line each."""
        lines = [self.head]
        lines += [f"  differs: {each.where}: {each.what}" for each in self.found]
        lines += [f"  meant, {count}: {row}: {reason}" for row, reason, count in self.meant]
        lines += [f"  in meant.toml, and no difference: {each}" for each in self.idle]
        return "\n".join(lines)


def fitting(contracts: Mapping[str, Document], document: Document) -> str:
    """The name of the contract that has the most operations of a document.

    Args:
        contracts: The contracts, by name.
        document: The document.

    Raises:
        Unreadable: None has any.
    """
    shared = {name: len(each.operations.keys() & document.operations.keys()) for name, each in contracts.items()}
    name = max(shared, key=shared.__getitem__, default="")
    if not shared.get(name):
        raise Unreadable(f"No contract has an operation of {document.title}: name one with --contract.")
    return name


def compared(
    name: str, contract: Document, document: Document, reasons: Mapping[str, Mapping[str, str]] | None = None
) -> Result:
    """Compare a contract with a document.

    Args:
        name: The contract's name.
        contract: The contract.
        document: What the vendor has published.
        reasons: Why what differs does, by contract and by where; those of `meant.toml` by default.
    """
    known = (tomllib.loads(MEANT.read_text(encoding="utf-8")) if reasons is None else reasons).get(name, {})
    differences = list(Comparison(contract, document).all())
    shared = len(contract.operations.keys() & document.operations.keys())
    head = (
        f"{name}: {shared} of {len(contract.operations)} operations are in {document.title}, "
        f"which has {len(document.operations)}; {len(differences)} differences"
    )
    why = [(each, _reason(each.where, known)) for each in differences]
    used = Counter(row for _, row in why)
    return Result(
        head,
        [each for each, row in why if row is None],
        [(row, known[row], used[row]) for row in known if row in used],
        [row for row in known if row not in used],
    )


def _reason(where: str, known: Mapping[str, str]) -> str | None:
    """The row that explains a difference, in which `*` stands for any text; None where there is none."""
    for row in known:
        if fnmatchcase(where, row.replace("[", "[[]")):  # which stands for itself: lists are `field[]`
            return row
    return None
