"""What a platform offers besides that takes reports of what came of a prompt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, Protocol

from .prompts import Query


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
        unit: Whom the prompt was got for, as `get(..., unit=)` was told.
        experiment: What has chosen the version, as `Origin.experiment` tells it.
        variant: The version that was chosen, in the terms of the platform that the prompt came from, wherever the event goes;
            None where nothing has chosen one.
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
    unit: str | None = None
    experiment: str | None = None
    variant: int | str | None = None


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


class ScoresWithIds(Scores, Protocol):
    """What a platform offers instead that replaces a score by one of its id: one that may have arrived is sent again.

    Attributes:
        has_score_ids: That it does.
    """

    has_score_ids: bool

    async def score(
        self,
        trace: str,
        name: str,
        value: float | str | bool,
        comment: str | None,
        deadline: float,
        ident: str | None = None,
        at: float | None = None,
    ) -> None:
        """Say how good what came of a trace is, with one try.

        Args:
            trace: The trace.
            name: What is judged.
            value: A number, a category, or whether it is so.
            comment: Why.
            deadline: Seconds that it may take at the most.
            ident: The score's id, which is the same with each try; None for one that the platform gives.
            at: When it was given, in seconds since 1970; None for now.

        Raises:
            NotFound: There is no such trace, and the platform says so itself.
            NotSupported: This server has no scores.
            CallError: The call failed.
        """
