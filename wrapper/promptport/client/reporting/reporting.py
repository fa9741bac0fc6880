"""What a client reports. One object for both variants: whoever reports is never held up."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Any

from ...errors import ArgumentError, ClosedError, ConfigurationError, NotSupported
from ...outbox.books import Books
from ...outbox.exit import EXIT
from ...prompt.prompt import RenderedPrompt
from .checks import Value, chosen, event_body, score_body, trace_name
from .destination import FUNCTION
from .outlet import Outlet, Way, sum_of
from .receipt import Receipt
from .seen import Seen

if TYPE_CHECKING:
    from ..health import ReportsHealth

UNTRACED = "{} gives prompts no traces, so `trace` must be the id of one: the trace of what was run with the prompt."


class Reporting:
    """The events and scores of one client. Clients with other options share it.

    Args:
        events: Where events go.
        scores: Where scores go.
        owned: A platform that was opened for it alone.
    """

    def __init__(self, events: Way, scores: Way, owned: Any = None) -> None:
        self._ways, self._owned = (events, scores), owned
        self._seen = Seen()

    @property
    def events(self) -> Outlet:
        """Where events go. Raises NotSupported where nowhere, MissingCredential where there is no key."""
        return self._ways[0].needed

    @property
    def scores(self) -> Outlet:
        """Where scores go. Raises NotSupported where nowhere, MissingCredential where there is no key."""
        return self._ways[1].needed

    def track(
        self,
        rendered: RenderedPrompt | str,
        name: str,
        user_id: str | None,
        session_id: str | None,
        value: float | None,
        currency: str | None,
        metadata: Mapping[str, Any] | None,
    ) -> Receipt:
        """Accept an event."""
        outlet = self.events
        body = event_body(name, user_id, session_id, value, currency, metadata)
        key = _attach(body, rendered, outlet.destination.platform)
        if isinstance(rendered, RenderedPrompt):
            body |= chosen(rendered.origin)
            if user_id is None and "unit" in body:
                body["user_id"] = body["unit"]
        if outlet.destination.once:
            self._seen.add(key, name, outlet.destination.platform)
        return Receipt(outlet.put(body))

    def score(self, trace: RenderedPrompt | str, name: str, value: Value, comment: str | None) -> Receipt:
        """Accept a score."""
        outlet = self.scores
        body = score_body(name, value, comment)
        _attach(body, trace, outlet.destination.platform, "trace")
        if "rendering" in body and not outlet.destination.traced:
            error = ArgumentError(UNTRACED.format(outlet.destination.platform))
            error.argument = "trace"
            raise error
        return Receipt(outlet.put(body))

    @property
    def outlets(self) -> list[Outlet]:
        """Where something goes."""
        return [each.made for each in self._ways if each.made is not None]

    @property
    def books(self) -> Books:
        """What has become of everything so far."""
        return sum_of([each.books for each in self.outlets])

    @property
    def health(self) -> list[ReportsHealth]:
        """The books, as a status page shows them."""
        return [
            {
                "kind": "events" if each.destination.word == "event" else "scores",
                **each.books._asdict(),  # type: ignore[typeddict-item] # its fields
                "duplicates": each.duplicates,
            }
            for each in self.outlets
        ]

    def begin(self) -> None:
        """Deliver what earlier processes have left, though this one has reported nothing."""
        for way in self._ways:
            if way.likely:
                with suppress(NotSupported, ConfigurationError, ClosedError):  # nothing goes there
                    way.needed.begin()

    def flush(self, timeout: float) -> Books:
        """Deliver what waits, now, and wait for it, so many seconds at the most."""
        until = monotonic() + timeout
        self.begin()
        for each in self.outlets:
            each.flush(max(until - monotonic(), 0.0))
        return self.books

    async def aflush(self, timeout: float) -> Books:
        """Deliver what waits, as `flush`, without holding up the event loop."""
        until = monotonic() + timeout
        self.begin()
        for each in self.outlets:
            await each.aflush(max(until - monotonic(), 0.0))
        return self.books

    def close(self) -> None:
        """Deliver what waits, for a moment, and let go of everything."""
        until = monotonic() + EXIT
        for each in self._own:
            each.close(max(until - monotonic(), 0.0))
        if self._owned is not None:
            self._owned.close()

    async def aclose(self) -> None:
        """Deliver what waits, for a moment, and let go of everything, as `close`."""
        until = monotonic() + EXIT
        for each in self._own:
            await each.aclose(max(until - monotonic(), 0.0))
        if self._owned is not None:
            await self._owned.aclose()

    @property
    def _own(self) -> list[Outlet]:
        return [each.made for each in self._ways if each.made is not None and not each.shared]


def _attach(body: dict[str, Any], rendered: RenderedPrompt | str, platform: str, argument: str = "rendered") -> str:
    """Say what an entry belongs to; answers what it has in common with others of the same."""
    if not isinstance(rendered, RenderedPrompt):
        named = body["trace"] = trace_name(argument, rendered)
        return named
    prompt, claim = rendered.prompt, rendered.claim()
    own = prompt.origin.platform == platform
    body["prompt"] = prompt.name
    if (own or platform == FUNCTION) and (version := prompt.version) is not None:
        body["version"] = version
    if claim.trace is not None and (own or platform == FUNCTION):
        body["trace"] = claim.trace
        return claim.trace
    body["rendering"] = claim.key
    return claim.key
