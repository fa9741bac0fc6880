"""Who takes what a client reports: a platform, or an application's function."""

from __future__ import annotations

from asyncio import AbstractEventLoop
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol
from weakref import ref

from ...concurrency.loops import loop_if_any
from ...errors import ConfigurationError
from ...http.key import AskedKey
from ...http.mocks import reaches_nothing
from ...outbox.accounts import Account, Delivery
from ...outbox.settings import OutboxSettings
from ...platform import Event, Traits
from ..keyless import AsyncKeyless
from .deliveries import FunctionDelivery, SourceDelivery, has_score_ids
from .findings import Findings
from .numbered import numbered

if TYPE_CHECKING:
    from ..opening import Opening

PORTION = 16  # entries that go out together: of those the fate is unknown where a process is killed meanwhile
EVENTS = OutboxSettings(batch_count=PORTION)
SCORES = OutboxSettings(batch_count=PORTION, settle=float("inf"))  # one that may have arrived is left to a person
TOLD_APART = OutboxSettings(batch_count=PORTION, distinguishable=True)  # scores with ids, and calls of a function
FUNCTION = "function"  # what stands for the name of a platform where an application's function takes events
BROUGHT = ("transport", "http_client")
ANOTHER = (
    "What the environment says of the account or the address has changed since the client was built, so nothing is delivered: "
    "give both as arguments."
)
ENDED = "It was accepted while a mock of HTTP was at work, and goes out only while one is."
MOCKED = "A mock of HTTP is at work, which is to see nothing of what was accepted before."


class Destination(Protocol):
    """Who takes entries of one kind.

    Attributes:
        platform: The platform's name.
        word: What an entry is: `event` or `score`.
        settings: How entries are kept, and in what portions they go out.
        in_memory: Whether they are kept in memory alone.
        once: Whether a second event of one name on one trace is lost there.
        traced: Whether a trace can be had for a rendered prompt.
    """

    platform: str
    word: str
    settings: OutboxSettings
    in_memory: bool
    once: bool
    traced: bool

    def account(self) -> Account | None:
        """Whose entries they are; None while nobody knows."""

    def mocked(self) -> bool:
        """Whether a mock of HTTP is at work. Raises ConfigurationError where it would not see what is sent."""

    def delivery(self, account: Account, mocked: bool, found: Findings) -> Callable[[], Delivery]:
        """Makes what brings entries there, and takes in what is found out. It holds nothing of the client that it is for."""

    def identifying(self) -> Any:
        """The platform, to have its account found out in the background."""

    def entered(self) -> None:
        """Take note of the event loop of whoever calls."""

    def close(self) -> None:
        """Let go of it."""


class Variant(NamedTuple):
    """What differs between blocking clients and those for asyncio.

    Attributes:
        opened: Opens the client's variant of a platform.
        stand_in: What stands for the platform in the background where an application has brought what carries requests, of the
            client's source and the loop that it works in.
        under_mock: The same while a mock is at work.
        mocked: Whether a mock is at work that sees what the client sends to an address.
        mocked_behind: The same for what the background sends.
    """

    opened: Callable[[Opening], Any]
    stand_in: Callable[[Any, Callable[[], AbstractEventLoop | None]], Any]
    under_mock: Callable[[Any], Any]
    mocked: Callable[[str], bool]
    mocked_behind: Callable[[str], bool]


class Loop:
    """The event loop of an application, as it was last seen."""

    def __init__(self) -> None:
        self._seen: ref[AbstractEventLoop] | None = None

    def look(self) -> None:
        """See which one runs."""
        if (running := loop_if_any()) is not None:
            self._seen = ref(running)

    def last(self) -> AbstractEventLoop | None:
        """The one that ran last; None where none did, or it is gone."""
        return None if self._seen is None else self._seen()


class SourceDestination:
    """A platform.

    Args:
        opening: How it was opened.
        source: The client's variant of it.
        variant: What the client is.
        word: `event` or `score`.
    """

    def __init__(self, opening: Opening, source: Any, variant: Variant, word: str) -> None:
        self._opening, self._variant, self._loop = opening, variant, Loop()
        self._source = source.with_options(retries=0)
        traits: Traits = source.traits
        self.platform, self.word, self._origin = traits.name, word, traits.origin
        self.settings = EVENTS if word == "event" else TOLD_APART if has_score_ids(source) else SCORES
        brought = [each for name in BROUGHT if (each := opening.settings.get(name)) is not None]
        stands = [each for each in brought if hasattr(source, word)]  # else the platform's other variant alone has it
        self.in_memory = opening.stop is not None or any(map(reaches_nothing, brought))
        self.once = word == "event" and any(
            getattr(each, "once", False) for each in (source, opening.registration.async_)
        )
        self.traced = word == "event" or hasattr(source, "trace")
        self._name = numbered.take(_called(type(stands[0])), stands[0]) if stands else ""

    def account(self) -> Account | None:
        """Whose entries they are; None while nobody knows, since a function answers the key and was not asked yet."""
        traits: Traits = self._source.traits
        if not traits.account and hasattr(self._source, "identify"):
            return None
        whose = f"{traits.account} by {self._name}" if self._name else traits.account
        return Account(traits.name, traits.origin, whose, f"{self.word}s")

    def mocked(self) -> bool:
        """Whether a mock of HTTP is at work, which sees what this client sends."""
        return not self._name and self._variant.mocked(f"{self._origin}/")

    def delivery(self, account: Account, mocked: bool, found: Findings) -> Callable[[], Delivery]:
        """Makes what brings entries there."""
        word, platform = self.word, self.platform
        if self._name:
            stands = self._variant.stand_in(self._source, self._loop.last)
            return lambda: SourceDelivery(stands, word, found, platform)
        at_work, behind, address = self._variant.mocked, self._variant.mocked_behind, f"{self._origin}/"
        if mocked:
            through = self._variant.under_mock(self._source)
            return lambda: SourceDelivery(through, word, found, platform, lambda: _refuse(ENDED, not at_work(address)))
        opening, traits = self._opening, self._source.traits

        def make() -> Delivery:
            opened = _opened(opening, traits)
            asked = opened.with_options(**{**opening.own.options, "retries": 0})
            return SourceDelivery(asked, word, found, platform, lambda: _refuse(MOCKED, behind(address)), opened)

        return make

    def identifying(self) -> Any:
        """The platform, to have its account found out in the background."""
        if self._name:
            return self._variant.stand_in(self._source, self._loop.last)
        return self._variant.under_mock(self._source)

    def entered(self) -> None:
        """Take note of the event loop, in which what the application has brought works."""
        if self._name:
            self._loop.look()

    def close(self) -> None:
        """Let go of what the application has brought."""
        if self._name:
            numbered.give_back(self._name)


class FunctionDestination:
    """An application's function.

    Args:
        function: Takes an `Event`.
    """

    platform = FUNCTION
    word = "event"
    settings = TOLD_APART
    in_memory = False
    once = False
    traced = True

    def __init__(self, function: Callable[[Event], object]) -> None:
        self._function = function
        kind = function if hasattr(function, "__qualname__") else type(function)
        self._name = numbered.take(_called(kind), function)

    def account(self) -> Account | None:
        """The function, by its name."""
        return Account(self.platform, self._name, "", "events")

    def mocked(self) -> bool:
        """No: what a function does is its own."""
        return False

    def delivery(self, account: Account, mocked: bool, found: Findings) -> Callable[[], Delivery]:
        """Makes what calls it."""
        function = self._function
        return lambda: FunctionDelivery(function)

    def identifying(self) -> Any:
        """Nothing: its account is known."""
        return None

    def entered(self) -> None:
        """Do nothing."""

    def close(self) -> None:
        """Let go of the function."""
        numbered.give_back(self._name)


def _opened(opening: Opening, traits: Traits) -> Any:
    """The asyncio variant of a platform, for the background alone, which asks the account that its client asks."""
    made = opening.variant(opening.registration.async_, AsyncKeyless)
    asked = any(isinstance(each, AskedKey) for each in opening.settings.values())
    same = made.traits.account == traits.account or asked
    if made.traits.origin != traits.origin or not same:
        raise ConfigurationError(ANOTHER)
    return made


def _called(kind: Any) -> str:
    """What a class or a function is called, in every process of a program: a spawned one has its main module by another name."""
    module = "__main__" if kind.__module__ == "__mp_main__" else kind.__module__
    return f"{module}.{kind.__qualname__}"


def _refuse(why: str, refused: bool) -> None:
    if refused:
        raise ConfigurationError(why)
