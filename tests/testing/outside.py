"""A platform as somebody else would write it: prompts in a dict or a file. It is what the suite is shown on, and broken for."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Self

from promptport import NotFound, NotSupported
from promptport.platform import Fetched, NewVersion, Query, Registration, Traits, Variable
from promptport.prompt.rewriting import rewritten_messages
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


class Desk(Shelf):
    """A shelf that takes texts, the last of which is live."""

    def create_version(self, version: NewVersion, deadline: float) -> Fetched:
        """As a platform does it: what it can't hold is refused."""
        said = [{"role": "user", "content": version.messages[-1].get("content")}]
        texts = [each.get("content") for each in version.messages]
        given = (list(version.messages), version.variables, version.config, version.labels, version.tags, version.note)
        if given != (said, (Variable("name", "string"),), {}, (), (), "") or version.description or None in texts:
            raise NotSupported("The desk holds one text with the variable `name`.")
        return self.take(version.name, self.written(version))

    def written(self, version: NewVersion) -> str:
        """The text, as the shelf writes placeholders."""
        found = rewritten_messages(version.messages, version.variables, version.syntax, "spaced")
        if not isinstance(found[0]["content"], str) or not found[0]["content"]:
            raise NotSupported("The desk holds one text with the variable `name`.")
        return found[0]["content"]

    def take(self, name: str, text: str) -> Fetched:
        """Put a text on the desk."""
        version = f"v{len(self.held.get(name, {}))}"
        self.put({**self.held, name: {**self.held.get(name, {}), version: text}})
        return self.fetch(Query(name, version=version), 1.0)

    def put(self, held: Held) -> None:
        """Hold these prompts from now on."""
        self._file.write_text(json.dumps(held))

    def label(self, query: Query, label: str, deadline: float) -> None:
        """As a platform does it."""
        self.fetch(query, deadline)
        versions = dict(self.held[query.name])
        text = versions.pop(str(query.version))
        self.put({**self.held, query.name: {**versions, str(query.version): text}})

    def delete(self, query: Query, deadline: float) -> None:
        """As a platform does it."""
        self.fetch(query, deadline)
        self.put({name: each for name, each in self.held.items() if name != query.name})


class AsyncDesk(AsyncShelf):
    """The asyncio variant: the same, after a moment."""

    variant = Desk
    _shelf: Desk

    async def create_version(self, version: NewVersion, deadline: float) -> Fetched:
        """As the blocking variant."""
        await asyncio.sleep(0)
        return self._shelf.create_version(version, deadline)

    async def label(self, query: Query, label: str, deadline: float) -> None:
        """As the blocking variant."""
        self._shelf.label(query, label, deadline)

    async def delete(self, query: Query, deadline: float) -> None:
        """As the blocking variant."""
        self._shelf.delete(query, deadline)


SHELF = Registration(Shelf, AsyncShelf)
DESK = Registration(Desk, AsyncDesk)


def example_of(source: Registration, folder: Path, **more: Any) -> Example:
    """What the suite is given: a shelf whose prompts can be published in a file."""
    file = folder / "shelf.json"

    def publish(text: str) -> None:
        file.write_text(json.dumps({**HELD, "hello": {**HELD["hello"], "three": text}}))

    return Example(
        source, {"held": HELD, "file": str(file)}, "hello", {"name": "Alice"}, "Hello Alice", "one", "live",
        ("hello", "other"), publish=publish, **more,
    )  # fmt: skip
