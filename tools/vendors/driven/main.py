"""The loop of the process: a line of JSON says what to do, a line of JSON says what came of it."""

from __future__ import annotations

import asyncio
import inspect
import json
import os
import site
import sys
import warnings
from importlib import import_module, metadata
from typing import Any, TextIO

from tools.vendors.driven import programs, reading, surface, values

_DECODE = json.loads


class Driven:
    """A package, and the clients of it that were made.

    Args:
        package: Its name on PyPI.
        skipped: Modules of it that are left alone.
    """

    def __init__(self, package: str, skipped: list[str]) -> None:
        self._package, self._skipped = package, tuple(skipped)
        self._clients: dict[str, Any] = {}
        self._names: dict[str, Any] = {"__name__": "__main__"}
        self._runner = asyncio.Runner()

    def surface(self) -> dict[str, Any]:
        """What the package offers."""
        return surface.surface(top_level(self._package), self._skipped)

    def client(self, name: str, kind: str, address: str, arguments: dict[str, Any]) -> None:
        """Make a client, and keep it under a name."""
        found = values.named(kind)
        given = surface.constructor(found, address) | {key: values.decoded(each) for key, each in arguments.items()}
        self._clients[name] = self._waited(_made, found, given)

    def call(self, client: str, method: str, positional: list[Any], arguments: dict[str, Any]) -> dict[str, Any]:
        """Call a method of a client, and say all that can be said of it."""
        called = surface.at(self._clients[client], method)
        given = {name: values.decoded(each) for name, each in arguments.items()}
        reading.begin()
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            try:
                answer = self._waited(called, *map(values.decoded, positional), **given)
                read = reading.read()  # before the answer is written, which reads it all
                kept, same = reading.kept(answer), getattr(answer, "path", None) if isinstance(answer, dict) else None
                outcome: dict[str, Any] = {"answer": values.encoded(answer), "same": same, "kept": kept}
            except Exception as error:
                read = reading.read()
                outcome = {"raised": values.raised(error)}
        return {**outcome, "read": read, "warned": [f"{each.category.__name__}: {each.message}" for each in warned]}

    def make(self, value: Any) -> Any:
        """Make an object of the vendor's."""
        return values.encoded(values.decoded(value))

    def run(self, source: str, names: dict[str, Any]) -> dict[str, Any]:
        """Run a program; what it makes is there for those that come after it."""
        self._names |= names
        return programs.run(source, self._names, self._runner)

    def _waited(self, called: Any, *arguments: Any, **named: Any) -> Any:
        answer = called(*arguments, **named)
        if inspect.isawaitable(answer):
            return self._runner.run(_awaited(answer))
        if hasattr(answer, "__anext__"):
            return self._runner.run(_collected(answer))
        return list(answer) if inspect.isgenerator(answer) else answer


async def _awaited(answer: Any) -> Any:
    got = await answer
    return await _collected(got) if hasattr(got, "__anext__") else got


async def _collected(answer: Any) -> list[Any]:
    return [each async for each in answer]


async def _made(kind: Any, given: dict[str, Any]) -> Any:
    # In an event loop, since some clients of asyncio look for one when they are made.
    return kind(**given)


def top_level(package: str) -> str:
    """The name by which programs import a package."""
    files = metadata.distribution(package).files or []
    found = {each.parts[0] for each in files if each.name == "__init__.py" and len(each.parts) == 2}
    likely = package.replace("-", "_").lower()
    return likely if likely in found or not found else min(found)


def main(folder: str, package: str, skipped: list[str]) -> None:
    """Serve until there are no more lines.

    Args:
        folder: Where the package and what it needs are installed.
        package: Its name on PyPI.
        skipped: Modules of it that are left alone.
    """
    site.addsitedir(folder)
    # What a package prints must not come between the lines.
    lines: TextIO = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    reading.listen()
    import_module(top_level(package))
    reading.listen_to_pydantic()
    driven = Driven(package, skipped)
    for line in sys.stdin:
        asked = _DECODE(line)
        try:
            reply = {"result": getattr(driven, asked.pop("do"))(**asked)}
        except Exception as error:
            reply = {"failed": f"{type(error).__name__}: {error}"}
        lines.write(json.dumps(reply) + "\n")
        lines.flush()
