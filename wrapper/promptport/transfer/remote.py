"""What a platform says now of many prompts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import NamedTuple

from ..client._sync import Client
from ..client.blocking import each
from ..errors import CallError, ConfigurationError, Error, NotSupported
from ..files.conversion import file_of
from ..files.front_matter import PRODUCTION
from ..files.lock_file import LockEntry, bare, digest_of
from ..files.prompt_file import PromptFile
from ..files.writing import write_prompt_file
from ..platform import Fetched, Query, Traits

WIDTH = 8  # prompts that are asked for at once
Watch = Callable[[int], AbstractContextManager[Callable[[int], None]]]


class Remote(NamedTuple):
    """A version as the platform has it.

    Attributes:
        fetched: What it answered.
        content: The same as a prompt file.
        sha256: What tells its content from any other.
    """

    fetched: Fetched
    content: PromptFile
    sha256: str

    def text(self, local: PromptFile | None = None) -> bytes:
        """The text of its file, with the labels and the weight that the file has by now."""
        content = self.content if local is None else self.content._replace(labels=local.labels, weight=local.weight)
        return write_prompt_file(content)

    def entry(self, name: str, file: str, weight: float | None = None) -> LockEntry:
        """What the lock says of it, as the version that was found by a label."""
        found = self.fetched
        return LockEntry(name, file, self.sha256, found.version, found.label, found.id, weight)


@contextmanager
def unwatched(total: int) -> Iterator[Callable[[int], None]]:
    """Tell nobody how far it is."""
    yield lambda count: None


def remotes(client: Client, queries: Mapping[str, Query], watch: Watch = unwatched) -> dict[str, Remote | Error]:
    """Ask for many prompts, some at once.

    Args:
        client: The platform, which is asked for each.
        queries: What is asked for, by whatever tells it from the others.
        watch: Is told how many there are, and then of each that is done.

    Returns:
        What was answered, or what went wrong.
    """
    found: dict[str, Remote | Error] = {}

    with watch(len(queries)) as done:

        def ask(key: str) -> None:
            try:
                found[key] = remote(client, queries[key])
            except Error as error:
                found[key] = error
            done(1)

        each(ask, queries, WIDTH)
    return found


def remote(client: Client, query: Query) -> Remote:
    """Ask for a version of a prompt.

    Raises:
        NotFound: There is no such prompt, version or label.
        CallError: The platform gives no good answer.
        ArgumentError: What it answers can't be said in a file.
        ConfigurationError: The client has a bundle.
    """
    name, version, label = query
    prompt = client.get(name, version=version, label=label, refresh=True)
    if prompt.fetched.experiment and offers(client.platform, PRODUCTION):
        label = PRODUCTION  # an A/B test has chosen, for this call alone
        prompt = client.get(name, label=label, refresh=True)
    if prompt.origin.source == "bundle":
        raise ConfigurationError("A bundle is what was pulled: name its platform instead, as with --source.")
    if prompt.origin.source not in ("network", "file"):
        raise CallError(
            f"{prompt.origin.platform} gives no good answer for {name}, of which there is a copy alone.",
            kind="connection",
        )
    fetched = prompt.fetched if version is not None else prompt.fetched._replace(label=prompt.fetched.label or label)
    content = bare(file_of(fetched))
    return Remote(fetched, content, digest_of(content))


def offers(traits: Traits, label: str | None) -> bool:
    """Whether a platform can be asked for a label."""
    return label is not None and (traits.labels is None or label in traits.labels)


def known_label(traits: Traits, entry: LockEntry | None) -> str | None:
    """The label that a prompt was pulled by, where its platform can be asked for it."""
    label = None if entry is None else entry.label
    return label if offers(traits, label) else None


def query_of(traits: Traits, entry: LockEntry) -> Query:
    """What is asked for to look at a prompt again that was pulled."""
    return Query(entry.name, entry.version) if entry.variant else Query(entry.name, None, known_label(traits, entry))


def all_names(client: Client, known: Sequence[str]) -> list[str]:
    """The names of all prompts of a platform, and those that are known already.

    Raises:
        NotSupported: The platform can't list its prompts, and none is known.
        CallError: The call failed.
    """
    try:
        listed = client.list()
    except NotSupported:
        listed = []
        if not known:
            name = client.platform.name
            raise NotSupported(
                f"{name} can't list its prompts: name them once, as in `promptport pull NAME...`; then the lock knows them."
            ) from None
    return sorted({*listed, *known})
