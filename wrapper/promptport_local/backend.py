"""What the server asks of a platform's state and behaviour, which know nothing of HTTP."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from promptport_local.prompts import Prompt


@dataclass(frozen=True)
class Table:
    """One table of the page: what a platform holds, in words.

    Attributes:
        title: What it lists.
        columns: The heads of its columns.
        rows: Its rows, of texts.
        total: How many there are in all, where it shows the newest only.
    """

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    total: int | None = None


class Backend(Protocol):
    """State and behaviour of a platform without HTTP, as far as all platforms have it alike.

    Everything that a backend holds lies in the collections of its environment and in `options`: what it kept anywhere
    else would outlive a reset.

    Attributes:
        options: How it behaves where the platform leaves a choice: a dataclass, whose fields a test changes.
    """

    options: Any

    def reset(self) -> None:
        """Return to the fixture and the usual options, and begin randomness anew."""

    def seed(self, data: Mapping[str, Any]) -> None:
        """Add what is given as data; all of it or, raising ValueError, nothing."""

    def load(self, prompts: Sequence[Prompt]) -> None:
        """Add prompts that the server was given, in place of those with the same names."""

    def state(self) -> dict[str, Any]:
        """Everything it holds, as JSON, credentials masked."""

    def tables(self) -> list[Table]:
        """What it holds, for the page."""
