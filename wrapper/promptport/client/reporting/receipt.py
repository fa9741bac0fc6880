"""What a client answers at once to what was reported."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, NamedTuple


class Receipt(NamedTuple):
    """Something was accepted. It can be awaited, which does nothing.

    Attributes:
        id: What tells it from everything else; None where there was no room for it, which is counted and said in the log.
    """

    id: str | None

    def __await__(self) -> Generator[Any, None, Receipt]:
        yield from ()
        return self
