"""Which prompts are served, in pages."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import NamedTuple

from ..client._async import AsyncClient
from ..client.prefetching import PrefetchError
from ..errors import ArgumentError, Error, NotFound
from ..files import PromptFileError
from ..prompt import Prompt
from ..spelling import closest
from .names import hosted

PAGE = 50  # prompts; each is fetched, for its description and its variables
PATIENCE = 15.0  # seconds that fetching them takes at the most: hosts do not wait for ever
Names = Callable[[], Awaitable[Iterable[str]]]


class Entry(NamedTuple):
    """A prompt in the list.

    Attributes:
        name: The name that hosts see.
        title: Its own name.
        prompt: The prompt; None where it can't be had.
        problem: Why it can't be had.
    """

    name: str
    title: str
    prompt: Prompt | None
    problem: str = ""


class Page(NamedTuple):
    """A part of the list.

    Attributes:
        entries: The prompts.
        cursor: What the next page is asked for by; None where this is the last one.
    """

    entries: Sequence[Entry]
    cursor: str | None


class Catalogue:
    """The prompts of a source.

    Args:
        client: The source.
        names: The names of its prompts; None where the source can list them.
        label: The label that versions are chosen by; else those in production are served.
        only: The prompts that are served; empty for all.
    """

    def __init__(
        self, client: AsyncClient, names: Names | None = None, label: str | None = None, only: Sequence[str] = ()
    ) -> None:
        self._client, self._label, self._only = client, label, sorted({*only})
        self._listed: Names = names or client.list
        self._hosted = hosted(self._only)

    async def names(self) -> list[str]:
        """The prompts' own names.

        Raises:
            Error: The source can't tell them.
        """
        return self._only or sorted(await self._listed())

    async def page(self, cursor: str | None = None, search: str = "") -> Page:
        """A page of the list.

        A prompt that can't be had, as where its file is malformed, is in it with its problem; one of which there is no version to
        serve is not.

        Args:
            cursor: The `cursor` of the page before; None for the first one.
            search: What the names must hold; case does not count.

        Raises:
            ArgumentError: The cursor is none.
            Error: No prompt could be had, as in an outage.
        """
        after = "" if cursor is None else _after(cursor)
        self._hosted = hosted(await self.names())
        search = search.casefold()
        wanted = sorted(each for each, own in self._hosted.items() if each > after and search in own.casefold())
        shown = {self._hosted[each]: each for each in wanted[:PAGE]}
        prompts, failed = await self._fetched(list(shown))
        entries = [
            Entry(name, own, prompts.get(own), str(failed.get(own, "")))
            for own, name in shown.items()
            if own in prompts or own in failed
        ]
        return Page(entries, _cursor(wanted[PAGE - 1]) if len(wanted) > PAGE else None)

    async def find(self, name: str) -> Prompt:
        """A prompt by the name that hosts see, or by its own.

        Raises:
            NotFound: There is none.
            Error: It can't be had.
        """
        own = self._hosted.get(name, name)
        if self._only and own not in self._only:
            close = closest(name, self._hosted)
            raise NotFound(f"{name!r} is not served here.{f' Did you mean {close}?' if close else ''}", name)
        try:
            return await self._client.get(own, label=self._label)
        except (NotFound, ArgumentError):
            if self._only or name in self._hosted or not self._client.source.lists:
                raise
            self._hosted = hosted(await self.names())  # it may be new, or nobody has asked for the list so far
            if name not in self._hosted:
                raise
        return await self._client.get(self._hosted[name], label=self._label)

    async def _fetched(self, names: Sequence[str]) -> tuple[dict[str, Prompt], dict[str, Error]]:
        """The prompts that could be had, and why others could not."""
        if not names:
            return {}, {}
        try:
            return await self._client.prefetch(names, label=self._label, deadline=PATIENCE), {}
        except PrefetchError as error:
            failed = (
                error.failed
                if self._only
                else {name: each for name, each in error.failed.items() if not isinstance(each, NotFound)}
            )
            outages = [each for each in failed.values() if not isinstance(each, NotFound | PromptFileError)]
            if outages and not error.prompts:
                raise outages[0] from None
            return error.prompts, failed


def _cursor(name: str) -> str:
    return urlsafe_b64encode(name.encode()).decode()


def _after(cursor: str) -> str:
    try:
        return urlsafe_b64decode(cursor.encode("ascii")).decode()
    except ValueError:
        raise ArgumentError("The cursor is none that this server has given: ask for the list without one.") from None
