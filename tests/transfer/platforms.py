"""A platform in this process: versions, labels, and what tests let go wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import promptport
from promptport.errors import CallError, NotFound
from promptport.platform import Fetched, NewVersion, Query, Registration, Traits


class Memory:
    """Prompts in memory.

    Attributes:
        versions: The versions of each prompt, the first of them version 1.
        labels: The version of each label, by name.
        asked: What was asked for, in order.
        fault: Is called before every answer, and may raise.
        turned: Makes something else of what is to be kept.
    """

    def __init__(self, lists: bool = True) -> None:
        self.traits = Traits("memory", "memory:", labels=None, lists=lists, local=True)
        self.versions: dict[str, list[Fetched]] = {}
        self.labels: dict[str, dict[str, int]] = {}
        self.asked: list[str] = []
        self.fault: Callable[[str], None] = lambda what: None
        self.turned: Callable[[Fetched], Fetched] = lambda fetched: fetched

    def put(self, name: str, text: str, **more: Any) -> None:
        """Somebody makes a version, which goes into production."""
        self.create_version(
            NewVersion(name, [{"role": "user", "content": text}], "text", labels=["production"], **more), 1.0
        )

    def fetch(self, query: Query, deadline: float) -> Fetched:
        self.asked.append(query.name)
        self.fault(f"get {query.name}")
        number = query.version or self.labels.get(query.name, {}).get(query.label or "production")
        if not isinstance(number, int):
            raise NotFound(f"There is no {query.name}.", *query)
        return self.versions[query.name][number - 1]._replace(label=query.label)

    def names(self, deadline: float) -> list[str]:
        self.fault("list")
        return list(self.versions)

    def create_version(self, version: NewVersion, deadline: float) -> Fetched:
        self.asked.append(f"make {version.name}")
        self.fault(f"make {version.name}")
        versions = self.versions.setdefault(version.name, [])
        fetched = Fetched(
            version.name, version.messages, version.variables, version.syntax, len(versions) + 1, id=f"v_{len(versions) + 1}",
            config=version.config, kind=version.kind, tags=version.tags, note=version.note, description=version.description,
        )  # fmt: skip
        versions.append(self.turned(fetched))
        for each in version.labels:
            self.labels.setdefault(version.name, {})[each] = len(versions)
        self.fault(f"made {version.name}")
        return versions[-1]

    def with_options(self, **options: Any) -> Memory:
        return self

    def close(self) -> None:
        """Nothing is open."""

    def client(self) -> promptport.Client:
        """A client of it."""
        return promptport.Client(Registration(lambda place: self, lambda place: self), disk=False)  # type: ignore[arg-type, return-value]


def broken(*where: str, may_have_arrived: bool = False) -> Callable[[str], None]:
    """A fault at some of the calls."""

    def fault(what: str) -> None:
        if what in where:
            error = CallError("It is down.", 503)
            error.may_have_arrived = may_have_arrived
            raise error

    return fault


def content(folder: Path) -> Mapping[str, bytes]:
    """All files of a folder."""
    return {str(each.relative_to(folder)): each.read_bytes() for each in sorted(folder.rglob("*")) if each.is_file()}
