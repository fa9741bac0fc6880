"""What a status page shows of a client: the platform's state, and each prompt's age, source and last error, as plain data."""

from __future__ import annotations

from typing import Literal, TypedDict

from ..cache.state import CacheState
from ..platform import Query, Traits
from .choosing import asks_for_weights
from .failure_tracker import Failure, FailureTracker
from .local_prompts import LocalPrompts
from .watching import Watching


class ErrorHealth(TypedDict):
    """An error, without any secret.

    Keys:
        kind: How the call failed, as `CallError.kind` has it; `missing` where there is no such prompt.
        status: The HTTP status; 0 where there was none.
        message: What went wrong.
        hint: What to do about it; None where nobody knows.
        at: When, in seconds since 1970.
    """

    kind: str
    status: int
    message: str
    hint: str | None
    at: float


class PlatformHealth(TypedDict):
    """The platform, as this client has met it.

    Keys:
        name: Its name.
        origin: Its address, or the folder.
        state: `answering`; `failing`, or `refused` where it refuses the account, since it last answered; `unknown` where nothing
            was asked yet.
        since: Since when it fails or refuses, or when it answered last, in seconds since 1970; None where nothing was asked.
        error: The last failure since it answered.
    """

    name: str
    origin: str
    state: Literal["answering", "failing", "refused", "unknown"]
    since: float | None
    error: ErrorHealth | None


class PromptHealth(TypedDict):
    """A prompt that was asked for.

    Keys:
        name: Its name.
        version: The version that was asked for.
        label: The label that was asked for.
        source: Where a call would get it from without a question, in the terms of `Origin.source`; None where no copy is there,
            or none that may still be served, since the credential was refused or the prompt withdrawn.
        age: Seconds since the platform gave what is kept; None where nothing is.
        error: How the last question for it failed; None where it was answered.
    """

    name: str
    version: int | str | None
    label: str | None
    source: str | None
    age: float | None
    error: ErrorHealth | None


class ReportsHealth(TypedDict):
    """What has become of what was reported, by all clients of the account in this process; the books always balance.

    Keys:
        kind: `events` or `scores`.
        accepted: How many were accepted.
        adopted: How many were taken over from processes that have ended.
        delivered: How many the platform has taken.
        waiting: How many are still to be delivered.
        aside: How many were set aside, by reason; `promptport events` lists them.
        dropped: How many were not accepted, by reason.
        duplicates: Of how many the platform says that it had them already.
    """

    kind: Literal["events", "scores"]
    accepted: int
    adopted: int
    delivered: int
    waiting: int
    aside: dict[str, int]
    dropped: dict[str, int]
    duplicates: int


class Health(TypedDict):
    """What `Client.health` answers; JSON can hold it.

    Keys:
        platform: The platform's state.
        prompts: What was asked for, by name.
        reports: The books of events and scores, as far as this client has reported any.
    """

    platform: PlatformHealth
    prompts: list[PromptHealth]
    reports: list[ReportsHealth]


def health_of(
    traits: Traits,
    state: CacheState,
    watching: Watching,
    local_prompts: LocalPrompts,
    reports: list[ReportsHealth],
) -> Health:
    """The health of a client.

    Args:
        traits: The platform.
        state: Its copies.
        watching: Its failures, and what comes from copies and fallbacks now because of them.
        local_prompts: The prompts of a source on this machine.
        reports: The books.
    """
    failing, served, now = watching.tracker.failing, watching.log.served, state.monotonic()
    prompts: dict[Query, PromptHealth] = {}
    for query, prompt in local_prompts.prompts().items():
        prompts[query] = _prompt(query, prompt.origin.source, prompt.origin.age, None)
    for key, copy in list(state.memory.copies.items()):
        query = Query(*key)  # type: ignore[misc] # these are the keys of this memory
        source: str | None = copy.value.origin.source
        if now >= copy.until:
            source = None if not state.may_serve(query, copy) else "stale" if source == "cache" else source
        prompts[query] = _prompt(query, source, max(now - copy.since, 0.0), failing.get(query))
    for query, (message, at) in watching.log.missing.items():
        error: ErrorHealth = {"kind": "missing", "status": 0, "message": message, "hint": None, "at": at}
        prompts.setdefault(query, _shown(query, "fallback", None, error))
    for query in failing.keys() | served.keys():
        if query not in prompts:
            prompts[query] = _prompt(query, served.get(query), None, failing.get(query))
    ordered = [prompts[query] for query in sorted(prompts, key=_order) if not asks_for_weights(query)]
    return {"platform": _platform(traits, watching.tracker), "prompts": ordered, "reports": reports}


def _order(query: Query) -> tuple[str, str, str]:
    return query.name, "" if query.version is None else str(query.version), query.label or ""


def _platform(traits: Traits, tracker: FailureTracker) -> PlatformHealth:
    answer, outage = tracker.last_answer, tracker.outage
    if outage is None:
        state: Literal["answering", "unknown"] = "unknown" if answer is None else "answering"
        return {"name": traits.name, "origin": traits.origin, "state": state, "since": answer, "error": None}
    first, last = outage
    return {
        "name": traits.name,
        "origin": traits.origin,
        "state": "refused" if last.error.refused else "failing",
        "since": first.wall,
        "error": _error(last),
    }


def _prompt(query: Query, source: str | None, age: float | None, failure: Failure | None) -> PromptHealth:
    return _shown(query, source, age, None if failure is None else _error(failure))


def _shown(query: Query, source: str | None, age: float | None, error: ErrorHealth | None) -> PromptHealth:
    return {
        "name": query.name,
        "version": query.version,
        "label": query.label,
        "source": source,
        "age": age,
        "error": error,
    }


def _error(failure: Failure) -> ErrorHealth:
    error = failure.error
    return {
        "kind": error.kind,
        "status": error.status_code,
        "message": error.message,
        "hint": error.hint,
        "at": failure.wall,
    }
