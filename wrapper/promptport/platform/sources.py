"""What a platform must offer to be a source of prompts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from .prompts import Fetched, Query, Traits


class PromptSource(Protocol):
    """A platform's prompts, for blocking callers. It is shared by threads."""

    @property
    def traits(self) -> Traits:
        """What the platform can do, and who asks it now: an application's own credentials may be others later."""

    def fetch(self, query: Query, deadline: float) -> Fetched:
        """Fetch a version of a prompt.

        Args:
            query: Which.
            deadline: Seconds that it may take at the most, all attempts included.

        Raises:
            NotFound: There is no such prompt, version or label.
            CallError: The call failed; `kind` and `status_code` say how.
        """

    def names(self, deadline: float) -> Iterable[str]:
        """The names of all prompts, in the platform's order. Raises CallError where it fails."""

    def with_options(
        self, *, timeout: float | None = None, retries: int | None = None, headers: Mapping[str, str] | None = None
    ) -> PromptSource:
        """The same platform with other options, sharing its connections."""

    def close(self) -> None:
        """Let go of connections. Closing twice does no harm."""


class AsyncPromptSource(Protocol):
    """A platform's prompts, for asyncio. It may be used in one event loop after the other."""

    @property
    def traits(self) -> Traits:
        """What the platform can do, and who asks it now: an application's own credentials may be others later."""

    async def fetch(self, query: Query, deadline: float) -> Fetched:
        """Fetch a version of a prompt, within `deadline` seconds. Raises NotFound or CallError."""

    async def names(self, deadline: float) -> Iterable[str]:
        """The names of all prompts, in the platform's order. Raises CallError where it fails."""

    def with_options(
        self, *, timeout: float | None = None, retries: int | None = None, headers: Mapping[str, str] | None = None
    ) -> AsyncPromptSource:
        """The same platform with other options, sharing its connections."""

    async def aclose(self) -> None:
        """Let go of connections. Closing twice does no harm."""


class Identified(Protocol):
    """What a platform offers besides whose account is known only once a function has answered its key; asyncio's is awaited."""

    def identify(self, deadline: float) -> Any:
        """See that `Traits.account` is known, without asking the platform. Raises CallError where the function fails."""
