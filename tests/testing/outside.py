"""A platform as somebody else would write it: prompts in a dict or a file. It is what the suite is shown on, and broken for."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Self

from promptport import NotFound
from promptport.platform import Fetched, Query, Registration, Traits, Variable
from promptport.testing import Example

Held = Mapping[str, dict[str, str]]  # the texts of each prompt, by version; the last one is live
HELD: Held = {
    "hello": {"one": "Hi {{name}}", "two": "Hello {{ name }}"},
    "other": {"one": "{{name}}"},
}


class Shelf:
    """The blocking variant.

    Args:
        place: Nothing.
        held: The prompts.
        file: Where they lie instead, once it is there.
    """

    def __init__(self, place: str = "", *, held: Held = HELD, file: str = "") -> None:
        self._held, self._file = held, Path(file)
        self.traits = Traits("shelf", "memory", labels=("live",), versions="id")

    @property
    def held(self) -> Held:
        """The prompts."""
        if not self._file.is_file():
            return self._held
        found: Held = json.loads(self._file.read_text())
        return found

    def fetch(self, query: Query, deadline: float) -> Fetched:
        """As a platform does it."""
        versions = self.held.get(query.name, {})
        version = str(query.version) if query.version is not None else next(reversed(versions), "")
        if version not in versions or query.label not in (None, "live"):
            raise NotFound(f"The shelf has no {query.name!r} of that kind.", *query)
        label = "live" if version == next(reversed(versions)) else None
        said = [{"role": "user", "content": versions[version]}]
        return Fetched(query.name, said, (Variable("name", "string"),), "spaced", version, label)

    def names(self, deadline: float) -> Iterable[str]:
        """As a platform does it."""
        return list(self.held)

    def with_options(
        self, *, timeout: float | None = None, retries: int | None = None, headers: Mapping[str, str] | None = None
    ) -> Self:
        """There is nothing to change."""
        return self

    def close(self) -> None:
        """There is nothing to close."""


class AsyncShelf:
    """The asyncio variant: the same, after a moment.

    Args:
        place: Nothing.
        settings: As the blocking variant has them.
    """

    variant: type[Shelf] = Shelf

    def __init__(self, place: str = "", **settings: Any) -> None:
        self._shelf = self.variant(place, **settings)
        self.traits = self._shelf.traits

    async def fetch(self, query: Query, deadline: float) -> Fetched:
        """As the blocking variant."""
        await asyncio.sleep(0)
        return self._shelf.fetch(query, deadline)

    async def names(self, deadline: float) -> Iterable[str]:
        """As the blocking variant."""
        return self._shelf.names(deadline)

    def with_options(
        self, *, timeout: float | None = None, retries: int | None = None, headers: Mapping[str, str] | None = None
    ) -> Self:
        """There is nothing to change."""
        return self

    async def aclose(self) -> None:
        """There is nothing to close."""


SHELF = Registration(Shelf, AsyncShelf)


def example_of(source: Registration, folder: Path, **more: Any) -> Example:
    """What the suite is given: a shelf whose prompts can be published in a file."""
    file = folder / "shelf.json"

    def publish(text: str) -> None:
        file.write_text(json.dumps({**HELD, "hello": {**HELD["hello"], "three": text}}))

    return Example(
        source, {"held": HELD, "file": str(file)}, "hello", {"name": "Alice"}, "Hello Alice", "one", "live",
        ("hello", "other"), publish=publish, **more,
    )  # fmt: skip
