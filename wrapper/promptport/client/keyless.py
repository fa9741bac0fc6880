"""A platform that can't be asked, since nobody has given a key: a client of it has fallbacks all the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NoReturn, Self

from ..errors import CallError, MissingCredential
from ..platform import Fetched, NewVersion, Query, Traits

HINT = "Give it, and build the client anew."


class NoCredential(MissingCredential, CallError):
    """A call that there is no key for. Nothing was sent.

    Args:
        message: What is missing, and how to give it.
        platform: The platform's name.
    """

    def __init__(self, message: str, platform: str | None = None) -> None:
        CallError.__init__(self, message, kind="credential", platform=platform, hint=HINT)


class _Keyless:
    """What both variants say of themselves.

    Args:
        platform: The platform's name.
        missing: What is missing, and how to give it.
    """

    def __init__(self, platform: str, missing: str) -> None:
        self._platform, self._missing = platform, missing

    @property
    def traits(self) -> Traits:
        """The platform's name alone: nobody knows more of it without a client."""
        return Traits(self._platform, "")

    def with_options(self, **options: Any) -> Self:
        """Itself."""
        return self

    def fail(self) -> NoReturn:
        """Raise NoCredential."""
        raise NoCredential(self._missing, self._platform)


class AsyncKeyless(_Keyless):
    """The asyncio variant."""

    async def fetch(self, query: Query, deadline: float) -> Fetched:
        """Raise NoCredential."""
        self.fail()

    async def names(self, deadline: float) -> Iterable[str]:
        """Raise NoCredential."""
        self.fail()

    async def create_version(self, version: NewVersion, deadline: float) -> Fetched:
        """Raise NoCredential."""
        self.fail()

    async def label(self, query: Query, label: str, deadline: float) -> None:
        """Raise NoCredential."""
        self.fail()

    async def delete(self, query: Query, deadline: float) -> None:
        """Raise NoCredential."""
        self.fail()

    async def aclose(self) -> None:
        """Do nothing."""


class Keyless(_Keyless):
    """The blocking variant."""

    def fetch(self, query: Query, deadline: float) -> Fetched:
        """Raise NoCredential."""
        self.fail()

    def names(self, deadline: float) -> Iterable[str]:
        """Raise NoCredential."""
        self.fail()

    def create_version(self, version: NewVersion, deadline: float) -> Fetched:
        """Raise NoCredential."""
        self.fail()

    def label(self, query: Query, label: str, deadline: float) -> None:
        """Raise NoCredential."""
        self.fail()

    def delete(self, query: Query, deadline: float) -> None:
        """Raise NoCredential."""
        self.fail()

    def close(self) -> None:
        """Do nothing."""

    def for_refreshes(self) -> AsyncKeyless:
        """The asyncio variant of the same platform."""
        return AsyncKeyless(self._platform, self._missing)
