"""Whether a write that failed may have been done all the same."""

from __future__ import annotations

from ...errors import CallError
from ...http.failure import ARRIVED


def fate_of(error: CallError) -> bool:
    """Whether a write may have been done, which its error says from now on.

    The platform's source says so itself; where it has no contract, a failure of a server counts as one that came after it has
    written, and so does an answer that did not come in time or can't be read.

    Args:
        error: The error.
    """
    silent = error.status_code == 408 or error.status_code >= 500 or error.kind in ("timeout", "unreadable")
    if error.operation is None and silent:
        error.may_have_arrived = True
    if error.may_have_arrived and ARRIVED not in (error.hint or ""):
        error.hint = f"{ARRIVED} {error.hint or ''}".strip()
    return error.may_have_arrived
