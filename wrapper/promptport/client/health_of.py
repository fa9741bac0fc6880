"""What a client's health is: gathered from its copies, its failures and its books."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ..cache.state import CacheState
from ..platform import Query, Traits
from .choosing import asks_for_weights
from .failure_tracker import Failure, FailureTracker
from .local_prompts import LocalPrompts
from .watching import Watching

if TYPE_CHECKING:
    from .health import ErrorHealth, Health, PlatformHealth, PromptHealth, ReportsHealth


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
