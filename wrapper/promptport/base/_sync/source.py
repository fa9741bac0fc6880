# Made from wrapper/promptport/base/_async/source.py by `python tools/unasync.py`: change that file, never this one.
"""A room's client as a source of prompts. The asyncio twin is the source of this file."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from copy import copy
from typing import Generic, Self, TypeVar

from ...errors import NotFound, NotSupported
from ...http._sync.pipeline import Closing
from ...http.clock import Deadline
from ...http.timeouts import UNSET, Timeout, Unset
from ...platform import Fetched, Query, Traits
from ..identity import identified
from ..names import identity
from .client import BaseClient

C = TypeVar("C", bound=BaseClient)


class Source(Closing, Generic[C]):
    """What the sources of all rooms share; a room says how it fetches.

    Args:
        client: The room's client.
        traits: What the platform can do.
        account: What the account is called, whatever its key is; None where the key says which it is.
    """

    def __init__(self, client: C, traits: Traits, account: str | None = None) -> None:
        self.client = client
        self._traits = traits
        if account is not None:
            client.rules.name_account(account)

    @property
    def traits(self) -> Traits:
        """What the platform can do, and who asks it, with the key of this moment."""
        return identified(self._traits, self.client.rules)

    def identify(self, deadline: float) -> None:
        """See that the account is known, for which a key that a function answers may have to be asked for."""
        if not self.traits.account:
            self.client.keys.ready(Deadline(deadline))

    @abstractmethod
    def fetch(self, query: Query, deadline: float) -> Fetched:
        """Fetch a version of a prompt; see `promptport.platform.PromptSource`."""

    def names(self, deadline: float) -> Iterable[str]:
        """The names of all prompts, where the platform tells them."""
        raise NotSupported(f"{self._traits.name} can't list its prompts; `get` fetches one by its name.")

    def with_options(
        self,
        *,
        timeout: Timeout | Unset = UNSET,
        retries: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Self:
        """A source with other options, which shares the connections."""
        made = copy(self)
        made.client = self.client.with_options(timeout=timeout, retries=retries, headers=headers)
        return made

    def close(self) -> None:
        """Close the client."""
        self.client.close()


class NamedSource(Source[C]):
    """A source whose platform knows ids alone. The id of a name is kept, until the platform no longer knows it."""

    def __init__(self, client: C, traits: Traits, account: str | None = None) -> None:
        super().__init__(client, traits, account)
        self._ids: dict[str, str] = {}

    @abstractmethod
    def listing(self, deadline: Deadline) -> Mapping[str, str]:
        """The names of all that there is, by id."""

    @abstractmethod
    def read(self, query: Query, identity: str, deadline: Deadline) -> Fetched:
        """Fetch a version of what has this id. Raises NotFound where there is none."""

    def fetch(self, query: Query, deadline: float) -> Fetched:
        """Fetch a version by name, or by id. All requests for it share the time."""
        deadline = Deadline(deadline)
        known = self._ids.get(query.name)
        if known is not None:
            try:
                return self.read(query, known, deadline)
            except NotFound:
                self._ids.pop(query.name, None)  # another may have taken the name
        found = self._ids[query.name] = identity(query, self.listing(deadline))
        return self.read(query, found, deadline)

    def names(self, deadline: float) -> Iterable[str]:
        """The names of all prompts."""
        return (self.listing(Deadline(deadline))).values()
