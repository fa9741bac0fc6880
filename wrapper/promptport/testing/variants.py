"""What the suite of platforms works with: an example, and the variants of its platform, plain or behind a broken connection."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any, NamedTuple

from ..client.opening import Opening, opening
from ..platform import Event, Fetched, NewVersion, Query, Registration, Share, Traits
from .proxy import FaultProxy

FACTORIES = {"sync": "sync", "async": "async_"}
SECONDS = 10.0  # that a fetch may take where nothing is wrong


class Example(NamedTuple):
    """What a platform is opened with, and a prompt that it holds.

    Attributes:
        source: The platform: a source as `Client` takes it, or a `Registration`.
        settings: Its settings.
        name: A prompt that is there.
        values: A value for each of its variables.
        text: What it then says: its texts, with an empty line between them (`RenderedPrompt.text`).
        version: A version of it; None where the platform has one version of each prompt.
        label: A label that it carries; None where the platform has none.
        names: All prompts, in any order; None where the platform can't list them.
        addresses: The settings that hold the addresses of a server, so that faults can be put in its way.
        secrets: What no error may show.
        publish: Publishes a version of the prompt that says a text, and nothing else, in place of the one in production.
        event: An event that the platform takes, without more than a trace; None where it has no events.
        scratch: A name that is free, under which versions may be made, and deleted where the platform can; None where nothing is
            to be written.
    """

    source: str | Registration
    settings: Mapping[str, Any]
    name: str
    values: Mapping[str, object]
    text: str
    version: int | str | None = None
    label: str | None = None
    names: Sequence[str] | None = None
    addresses: Sequence[str] = ()
    secrets: Sequence[str] = ()
    publish: Callable[[str], object] | None = None
    event: str | None = None
    scratch: str | None = None


class Variant:
    """One variant of a platform, awaited where it is the asyncio variant, so that one test serves both.

    Args:
        kind: `sync` or `async`.
        source: The variant.
        runner: The event loop that the asyncio variant runs in.
    """

    def __init__(self, kind: str, source: Any, runner: asyncio.Runner) -> None:
        self.kind, self.source, self.runner = kind, source, runner

    @property
    def traits(self) -> Traits:
        """What the platform can do."""
        found: Traits = self.source.traits
        return found

    def fetch(self, query: Query, seconds: float = SECONDS) -> Fetched:
        """Fetch a version of a prompt, within so many seconds."""
        found: Fetched = self._done(self.source.fetch(query, seconds))
        return found

    def names(self) -> list[str]:
        """The names of all prompts."""
        return list(self._done(self.source.names(SECONDS)))

    def score(self, trace: str, name: str, value: float) -> None:
        """Say how good what came of a trace is."""
        self._done(self.source.score(trace, name, value, None, SECONDS))

    def trace(self, query: Query) -> str:
        """A trace of its own for a prompt."""
        found: str = self._done(self.source.trace(query, SECONDS))
        return found

    def event(self, event: Event) -> bool:
        """Record an event; answers whether the platform says that it had it already."""
        found: bool = self._done(self.source.event(event, SECONDS))
        return found

    def create_version(self, version: NewVersion, seconds: float = SECONDS) -> Fetched:
        """Make a version of a prompt."""
        found: Fetched = self._done(self.source.create_version(version, seconds))
        return found

    def label(self, query: Query, label: str) -> None:
        """Give a label to a version."""
        self._done(self.source.label(query, label, SECONDS))

    def delete(self, query: Query) -> None:
        """Delete a version, or a prompt."""
        self._done(self.source.delete(query, SECONDS))

    def shares(self, name: str) -> Sequence[Share]:
        """The versions that a prompt's users share."""
        found: Sequence[Share] = self._done(self.source.shares(name, SECONDS))
        return found

    def with_options(self, **options: Any) -> Variant:
        """The variant with other options, over the same connections."""
        return Variant(self.kind, self.source.with_options(**options), self.runner)

    def close(self) -> None:
        """Close the variant's connections."""
        self._done(self.source.close() if self.kind == "sync" else self.source.aclose())

    def _done(self, made: Any) -> Any:
        return made if self.kind == "sync" else self.runner.run(made)


@contextmanager
def opened(example: Example, kind: str, settings: Mapping[str, Any] | None = None) -> Iterator[Variant]:
    """One variant of a platform, closed in the end."""
    found: Opening = opening(example.source, dict(example.settings if settings is None else settings))
    with ExitStack() as stack:
        stack.callback(found.close)
        runner = stack.enter_context(asyncio.Runner())
        variant = Variant(kind, found.variant(getattr(found.registration, FACTORIES[kind])), runner)
        stack.callback(variant.close)
        yield variant


@contextmanager
def proxied(example: Example) -> Iterator[tuple[dict[str, Any], FaultProxy | None]]:
    """The settings by which a platform is reached through a proxy that breaks connections; none, where it has no server."""
    with ExitStack() as stack:
        settings = dict(example.settings)
        proxies: dict[str, FaultProxy] = {}
        for setting in example.addresses:
            address = str(settings[setting])
            if address not in proxies:
                proxies[address] = stack.enter_context(FaultProxy(address))
            settings[setting] = proxies[address].url
        assert len(proxies) <= 1, "the addresses of one server only"
        yield settings, next(iter(proxies.values()), None)


@contextmanager
def faulty(example: Example, kind: str) -> Iterator[tuple[Variant, FaultProxy | None]]:
    """One variant behind a proxy that breaks connections; without a proxy, where the platform has no server."""
    with proxied(example) as (settings, proxy), opened(example, kind, settings) as variant:
        assert proxy or not variant.traits.origin.startswith(("http:", "https:")), "the example needs `addresses`"
        yield variant, proxy


def asked(example: Example) -> list[Query]:
    """All ways to ask for the example."""
    queries = [Query(example.name)]
    if example.version is not None:
        queries.append(Query(example.name, version=example.version))
    if example.label is not None:
        queries.append(Query(example.name, label=example.label))
    return queries
