"""A platform whose prompts have versions with weights, as somebody else would write it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from promptport import CallError, NotFound
from promptport.platform import Fetched, Query, Registration, Share, Traits

from ..testing.outside import AsyncShelf, Shelf


class Book:
    """What the platform holds, and what it was asked.

    Args:
        local: Whether it lies on this machine.

    Attributes:
        versions: The texts of each prompt, by version; the last one is live.
        weights: The weights of each prompt.
        error: Whether it fails.
        asked: What was asked since somebody looked.
    """

    def __init__(self, local: bool = False) -> None:
        self.local = local
        self.versions = {
            "hello": {"one": "Hi {{name}}", "two": "Hello {{name}}", "three": "Good day {{name}}"},
            "bye": {"one": "Bye"},
        }
        self.weights: dict[str, Sequence[Any]] = {"hello": (Share("one", 50), Share("two", 50))}
        self.error: Exception | None = None
        self.asked: list[str] = []

    def question(self, what: str) -> None:
        """Note what is asked, and fail where all does."""
        self.asked.append(what)
        if self.error is not None:
            raise self.error

    def seen(self) -> list[str]:
        """What was asked since this was called last."""
        found, self.asked = self.asked, []
        return found

    def fail(self) -> None:
        """Answer nothing from now on."""
        self.error = CallError("HTTP 503", 503, platform="shelf")


class Sharing(Shelf):
    """The blocking variant.

    Args:
        place: Nothing.
        book: What it holds.
    """

    def __init__(self, place: str = "", *, book: Book) -> None:
        super().__init__(place, held=book.versions)
        self.book = book
        self.traits = Traits("shelf", "memory", versions="id", local=book.local, account="a")

    def fetch(self, query: Query, deadline: float) -> Fetched:
        """As a platform does it."""
        self.book.question(f"{query.name} {query.version or query.label or ''}".strip())
        return super().fetch(query, deadline)

    def shares(self, name: str, deadline: float) -> Sequence[Share]:
        """As a platform does it."""
        self.book.question(f"weights of {name}")
        if name not in self.book.versions:
            raise NotFound(f"The shelf has no {name!r}.", name)
        return self.book.weights.get(name, ())


class AsyncSharing(AsyncShelf):
    """The asyncio variant."""

    variant = Sharing

    async def shares(self, name: str, deadline: float) -> Sequence[Share]:
        """As the blocking variant."""
        shelf: Any = self._shelf
        found: Sequence[Share] = shelf.shares(name, deadline)
        return found


SHARING = Registration(Sharing, AsyncSharing)
LACKING = Registration(
    Sharing, type("Lacking", (AsyncShelf,), {"variant": Sharing})
)  # one of its variants has no weights
