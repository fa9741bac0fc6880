"""Where the events and the scores of a client go: to its own platform, to the one that `events` names, or to a function."""

from __future__ import annotations

from contextlib import suppress
from inspect import isclass
from typing import Any

from ...concurrency.background import background
from ...errors import NotSupported
from ...platform import Registration
from ..keyless import AsyncKeyless, Keyless
from ..opening import Opening, opening
from .destination import FunctionDestination, SourceDestination, Variant
from .outlet import Outlet, Way
from .reporting import Reporting

OPTION = "`events=` of the client takes another platform, such as `xr2`, or a function for them."


def reporting_of(opened: Opening, source: Any, variant: Variant) -> Reporting:
    """What a client reports by.

    Args:
        opened: How its platform was opened.
        source: The client's variant of it.
        variant: What the client is.

    Raises:
        ConfigurationError: There is no such platform for events, or it can't be opened.
    """
    events, spool = opened.own.events, opened.own.spool
    scores = _way(opened, source, variant, "score", spool)
    if events is None:
        return Reporting(_way(opened, source, variant, "event", spool), scores)
    if isinstance(events, str | Registration):
        other = Opening(events, "", {}, opened.own) if isinstance(events, Registration) else opening(events, {})
        owned = variant.opened(other)
        scores = _one_of(scores, _way(other, owned, variant, "score", spool))
        return Reporting(_way(other, owned, variant, "event", spool), scores, owned=_Closing(owned, other))
    if isinstance(found := getattr(events, "reporting", None), Reporting):
        return Reporting(Way(lambda: found.events, shared=True), scores)
    return Reporting(Way(lambda: Outlet(FunctionDestination(events), spool)), scores)


def _way(opened: Opening, source: Any, variant: Variant, word: str, spool: Any) -> Way:
    """Finds where something of a kind goes on a platform."""

    def find() -> Outlet:
        if isinstance(source, Keyless | AsyncKeyless):
            source.fail()
        if lacking := getattr(source, f"lacks_{word}s", ""):
            raise NotSupported(lacking)
        if not hasattr(source, word) and not _offers(opened, word):
            instead, option = getattr(source, f"no_{word}s", ""), OPTION if word == "event" else ""
            raise NotSupported(" ".join(filter(None, (f"{source.traits.name} has no {word}s.", instead, option))))
        return Outlet(SourceDestination(opened, source, variant, word), spool)

    likely = hasattr(source, word) and not getattr(source, f"lacks_{word}s", "")
    return Way(find, likely)


def _one_of(first: Way, second: Way) -> Way:
    """Finds where something goes: the second counts where the first has nothing of the kind, and the first one's words do."""

    def find() -> Outlet:
        try:
            return first.needed
        except NotSupported as error:
            with suppress(NotSupported):
                return second.needed
            raise error from None

    return Way(find, first.likely or second.likely)


def _offers(opened: Opening, word: str) -> bool:
    """Whether the asyncio variant of a platform has what its blocking one has not."""
    variant = opened.registration.async_
    if isclass(variant):
        return hasattr(variant, word)
    made = opened.variant(variant, AsyncKeyless)
    background.finish(made.aclose)
    return hasattr(made, word)


class _Closing:
    """A platform that was opened for events alone, with what was started for it.

    Args:
        source: The platform.
        opened: How it was opened.
    """

    def __init__(self, source: Any, opened: Opening) -> None:
        self._source, self._opened = source, opened

    def close(self) -> None:
        """Let go of both."""
        self._source.close()
        self._opened.close()

    async def aclose(self) -> None:
        """Let go of both."""
        await self._source.aclose()
        self._opened.close()
