"""From the error of a delivery to what became of it: the one place that says what may be sent again, and what never."""

from __future__ import annotations

import json
from collections.abc import Mapping

from ..errors import CallError
from ..outbox.result import Outcome, Result

LATER = 120.0  # seconds until an account that was refused is tried again; a flush asks earlier


def result_of(error: CallError, distinguishable: bool) -> Result:
    """What has become of what was to be delivered. It was sent once: trying again is the outbox's.

    A 404 that is the platform's own is for a room to know, which raises `NotFound` in its place. Any other, and any page,
    is an outage: whatever stands at the address is not the platform.

    Args:
        error: How the call failed.
        distinguishable: Whether the platform can tell two deliveries of one entry apart, so that it may be sent again at once.
    """
    status, after = error.status_code, error.retry_after or 0.0
    outcome = Outcome.NOT_RECEIVED
    if error.refused:
        after = max(after, LATER)
    elif status == 413:
        outcome = Outcome.TOO_LARGE
    elif 400 <= status < 500 and status not in (404, 408, 429) and _is_own(error):
        outcome = Outcome.REFUSED
    elif error.may_have_arrived and not distinguishable:
        outcome = Outcome.UNKNOWN
    return Result(outcome, _reason(error), after)


def _is_own(error: CallError) -> bool:
    """Whether an answer is the platform's, which speaks JSON, and not the page of something before it."""
    try:
        return isinstance(json.loads(error.body or ""), Mapping)
    except (ValueError, RecursionError):
        return False


def _reason(error: CallError) -> str:
    """Why, for a log: of a page that is not the platform's no word, since it may repeat what was sent."""
    answered = error.body is not None and error.status_code
    said = (
        error.message
        if not answered or _is_own(error)
        else "what answers is not the platform, or has no words of its own"
    )
    hint = f" {error.hint}" if error.refused and error.hint else ""
    words = f"{said.rstrip('.')}.{hint}" if hint else said
    return f"HTTP {error.status_code}: {words.rstrip('.')}" if answered else words.rstrip(".")
