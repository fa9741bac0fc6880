"""What a platform offers besides where prompts can be written to it, or shared out among its users."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from .prompts import Fetched, Query, Variable


class NewVersion(NamedTuple):
    """A version of a prompt that is to be made.

    Attributes:
        name: The prompt's name; a prompt that is not there yet is made.
        messages: What it says, as `Fetched` has it.
        kind: `text` where it is one text, `chat` where it is messages.
        variables: What it declares; None where it declares nothing.
        syntax: How its placeholders look: a name in `promptport.prompt.syntax.SYNTAXES`.
        config: Settings for a model, and whatever else is kept with it: any JSON.
        labels: The labels that it gets, which other versions lose; `production` among them puts it into production.
        tags: What the prompt is filed under.
        note: What its author says of this version.
        description: What the prompt is for.
        version: What it is to be called, where the platform leaves that to its author.
    """

    name: str
    messages: Sequence[Mapping[str, Any]]
    kind: str = "chat"
    variables: Sequence[Variable] | None = None
    syntax: str = "escaped"
    config: Any = {}  # noqa: RUF012 # nobody changes it: whoever shows it shows a copy
    labels: Sequence[str] = ()
    tags: Sequence[str] = ()
    note: str = ""
    description: str = ""
    version: int | str | None = None


class CreatesVersions(Protocol):
    """What the asyncio variant of a platform offers besides where versions can be made; the blocking one without `async`.

    A source without may have `no_versions_made`, which says what there is instead, also of labels and deletions; of those it
    may have `no_labels_moved` and `no_deletions`. One with it may have a function `check_version` of a `NewVersion`, in both
    variants without `async`, which sends nothing and raises NotSupported where the platform can't hold what the version says.
    """

    async def create_version(self, version: NewVersion, deadline: float) -> Fetched:
        """Make a version, and the prompt where there is none of its name. It is sent once: what may have arrived is not repeated.

        Nothing that the version says is left out in silence. `Client` asks a source for this that `with_options(retries=0)` has
        made.

        Returns:
            The version as the platform has it now.

        Raises:
            NotSupported: The platform can't hold what the version says; the text says what, all of it. Nothing was sent.
            ArgumentError: What the version is to be called is taken, or no name for one.
            CallError: The call failed; `may_have_arrived` says whether the version may be there all the same.
        """


class MovesLabels(Protocol):
    """What the asyncio variant of a platform offers besides where labels can be moved; the blocking one without `async`."""

    async def label(self, query: Query, label: str, deadline: float) -> None:
        """Give a label to the version of a query, which has one; another version that had it loses it.

        Raises:
            NotFound: There is no such prompt or version.
            NotSupported: The platform has no such label.
            CallError: The call failed.
        """


class Deletes(Protocol):
    """What the asyncio variant of a platform offers besides where prompts can be deleted; the blocking one without `async`."""

    async def delete(self, query: Query, deadline: float) -> None:
        """Delete the version of a query; without one, the prompt with all its versions.

        Raises:
            NotFound: There is no such prompt or version.
            NotSupported: The platform deletes whole prompts alone, or versions alone.
            CallError: The call failed.
        """


class Share(NamedTuple):
    """How many of a prompt's users get a version.

    Attributes:
        version: The version, in the platform's terms.
        weight: How many, beside the weights of the others.
    """

    version: int | str
    weight: float


class Shares(Protocol):
    """What a source offers besides where it is left to us which user gets which version; its asyncio variant awaits it."""

    def shares(self, name: str, deadline: float) -> Sequence[Share]:
        """The versions of a prompt that its users share; empty where there is no such choice, and all get the one in production.

        Raises:
            NotFound: There is no such prompt.
            CallError: The call failed.
        """
