"""What a platform must offer to be one of the sources of `promptport.Client`, and how it is found.

A platform is a package's entry point in the group `promptport.platforms`: a name, and a `Registration` that opens both
variants. Ours are registered in the same way. `promptport.testing.PlatformSuite` proves one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from .errors import ConfigurationError
from .spelling import closest

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "promptport.platforms"


class Variable(NamedTuple):
    """A variable that a prompt declares.

    Attributes:
        name: Its name.
        type: `string`, `number`, `integer`, `boolean`, `array` or `object`; None where it is not declared.
        required: Whether a value must be given where it has no default.
        default: What stands in for a value; None where there is none.
        description: What it is for.
    """

    name: str
    type: str | None = None
    required: bool = True
    default: Any = None
    description: str = ""


class Principal(NamedTuple):
    """Who asks a platform.

    Attributes:
        account: The account, as `Traits.account` tells it.
        credential: The credential, as `Traits.credential` tells it.
    """

    account: str
    credential: str


class Fetched(NamedTuple):
    """A version of a prompt, as a platform answers it: data alone, so that it can be kept on disk.

    Attributes:
        name: The name by which it was asked for.
        messages: What it says: each a mapping with `role` and `content` (a text, a list of parts, or None), and whatever
            else the platform has there. `{"slot": NAME}` is the place of a chat history.
        variables: What it declares; None where the platform declares nothing.
        syntax: How its placeholders look: a name in `promptport.prompt.syntax.SYNTAXES`.
        version: Which version it is, in the platform's terms.
        label: The label that it was found by.
        id: The platform's own id for this version.
        config: Settings for a model, and whatever else the platform keeps with it.
        cacheable: Whether it may answer the next caller as well; not so while an A/B test chooses.
        trace: A name that the platform gave to this fetch alone, for events.
        fixed: Whether this version never changes, nor its number is given to another, so that whoever asks for it by number or
            id never needs to ask again.
        principal: Who the platform answered, where the source knows; else it is whoever has asked. What a key was answered that
            another has replaced meanwhile is nobody's copy.
    """

    name: str
    messages: Sequence[Mapping[str, Any]]
    variables: Sequence[Variable] | None = None
    syntax: str = "spaced"
    version: int | str | None = None
    label: str | None = None
    id: str | None = None
    config: Mapping[str, Any] = {}
    cacheable: bool = True
    trace: str | None = None
    fixed: bool = False
    principal: Principal | None = None


class Query(NamedTuple):
    """Which version of which prompt. Of `version` and `label` one is given at the most.

    Attributes:
        name: The prompt's name.
        version: A version, in the platform's terms: a number, or an id.
        label: A name for whichever version carries it now, such as `production`.
    """

    name: str
    version: int | str | None = None
    label: str | None = None


class Traits(NamedTuple):
    """What a platform can do, and who it is.

    Attributes:
        name: The platform's name, such as `xr2`.
        origin: Where its prompts come from: an address, or a folder.
        account: What tells one account from another at the same address, without giving the key away. It may outlive a
            change of keys.
        labels: The labels that it has; None where any may exist, empty where it has none.
        versions: How versions are named: `number`, `id`, or `` where there is only one.
        lists: Whether it can list its prompts.
        local: Whether its prompts lie on this machine, as in a folder, so that no copy of them is kept.
        credential: What tells one key of an account from another, without giving it away; empty where there is none.
        secret: What only those know who have the key, to prove copies by that lie where others can write. It is no key, and is
            never kept beside a copy; empty where nobody needs it, or the account says as much.
        instance: Which local platform it is, where its address is one's: a restart is another one. Clients fill it in.
    """

    name: str
    origin: str
    account: str = ""
    labels: tuple[str, ...] | None = None
    versions: str = "number"
    lists: bool = True
    local: bool = False
    credential: str = ""
    secret: str = ""
    instance: str = ""


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


class Event(NamedTuple):
    """Something that happened to what came of a prompt.

    Attributes:
        id: What tells it from every other, also where it is sent twice.
        name: What happened, such as `sign_up`.
        at: When, in seconds since 1970.
        trace: The trace that it belongs to, in the platform's terms; None where nobody knows one.
        user_id: Whom it is about.
        session_id: The session that it belongs to.
        value: An amount, such as revenue.
        currency: The amount's currency, such as `USD`.
        metadata: What else there is to say, as JSON has it.
        prompt: The name of the prompt; None where the event belongs to a trace that the caller has named.
        version: The version of the prompt, in the terms of the platform that it came from.
    """

    id: str
    name: str
    at: float
    trace: str | None = None
    user_id: str | None = None
    session_id: str | None = None
    value: float | None = None
    currency: str | None = None
    metadata: Mapping[str, Any] | None = None
    prompt: str | None = None
    version: int | str | None = None


class Events(Protocol):
    """What the asyncio variant of a platform with events offers besides. The outbox calls it, which tries again by itself.

    The blocking variant offers the same without `async` where it takes a `transport` or an `http_client` that blocks.

    A source without may have `no_events`, a text that says what there is instead, and `no_scores` likewise; one whose server is
    known to lack scores says why in `lacks_scores`.

    Attributes:
        once: Whether the platform keeps one event of each name for a trace, so that a second one is lost; `True` warns of those.
    """

    once: bool

    async def trace(self, query: Query, deadline: float) -> str:
        """A trace for a rendered prompt that came from a copy, or from elsewhere.

        Args:
            query: The prompt, by its version; by the label `production` where the version is not this platform's.
            deadline: Seconds that it may take at the most.

        Raises:
            NotFound: There is no such prompt or version.
            CallError: The call failed.
        """

    async def event(self, event: Event, deadline: float) -> bool:
        """Record an event, with one try.

        Args:
            event: The event, with its trace.
            deadline: Seconds that it may take at the most.

        Returns:
            Whether the platform says that it had the event already.

        Raises:
            NotFound: The platform does not know the event or the trace, and says so itself.
            CallError: The call failed.
        """


class Scores(Protocol):
    """What the asyncio variant of a platform with scores offers besides. The outbox calls it, which tries again by itself.

    The blocking variant offers the same without `async` where it takes a `transport` or an `http_client` that blocks.
    """

    async def score(
        self, trace: str, name: str, value: float | str | bool, comment: str | None, deadline: float
    ) -> None:
        """Say how good what came of a trace is, with one try.

        Raises:
            NotFound: There is no such trace, and the platform says so itself.
            NotSupported: This server has no scores.
            CallError: The call failed.
        """


class Registration(NamedTuple):
    """How a platform is opened.

    Both variants take the same settings, as keywords; before them the part of a source behind the colon, as in `files:./prompts`.

    Attributes:
        sync: Opens the blocking variant.
        async_: Opens the asyncio variant. Blocking clients need it as well: it refreshes what they keep.
        variables: The environment variables that stand in for settings, by the settings' names. A setting in `pyproject.toml`
            gives way to its variable.
        settings: The names of all settings; None takes them from the signatures of the two. They are needed where both hand
            what they are given to something else, as by `**settings`: without them nobody can tell which one is misspelt.
        harmless: The settings that count from any `pyproject.toml`, since they decide neither where a secret goes nor whether
            the other end is checked; `place` is the part behind the colon. Every other one counts from such a file only where
            it names a loopback address, or where the person has trusted the file (`promptport trust`).
        paths: The settings that are files or folders where they are texts. In a `pyproject.toml` they start at its folder; a
            harmless one is so within this folder.
        aliases: Other names of settings, and the settings that they are names of. What is said by one of the names goes before
            what a `pyproject.toml` says by the other, too.
    """

    sync: Callable[..., PromptSource]
    async_: Callable[..., AsyncPromptSource]
    variables: Mapping[str, str] = {}
    settings: Sequence[str] | None = None
    harmless: Collection[str] = ()
    paths: Collection[str] = ()
    aliases: Mapping[str, str] = {}


def installed() -> Mapping[str, EntryPoint]:
    """The platforms that there are, by name, as their packages register them."""
    from importlib.metadata import entry_points  # 10 ms, and needed when a client is built

    return {each.name: each for each in entry_points(group=GROUP)}


def find(name: str) -> Registration:
    """The platform of a name.

    Raises:
        ConfigurationError: There is none, or it lacks one of its variants.
    """
    found = installed()
    if name not in found:
        close = closest(name, found)
        guess = f" Did you mean {close}?" if close else ""
        raise ConfigurationError(f"There is no platform {name!r}: there are {', '.join(sorted(found))}.{guess}")
    registration = found[name].load()
    for variant, word in (("sync", "blocking"), ("async_", "asyncio")):
        if not callable(getattr(registration, variant, None)):
            raise ConfigurationError(f"The platform {name} has no {word} variant, `{variant}`: a platform needs both.")
    made: Registration = registration
    return made
