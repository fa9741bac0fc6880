"""Langfuse's limits: how many requests a minute the organisation has."""

from __future__ import annotations

from datetime import timedelta
from math import ceil

from promptport_local.clock import read, written
from promptport_local.langfuse.errors import limited
from promptport_local.langfuse.state import State

_WINDOW = timedelta(minutes=1)
# Which limit the operations count for; the others have none.
_BUCKETS = {
    "prompt_version_update": "general",
    "scores_create": "general",
    "scores_delete": "general",
    "opentelemetry_export_traces": "ingestion",
}


class Limits:
    """Counts requests in minutes that begin with the first of them.

    Args:
        state: What the local Langfuse holds.
    """

    def __init__(self, state: State) -> None:
        self._state = state

    def spend(self, operation: str) -> None:
        """Count a request.

        Raises:
            Refusal: 429; the limit is reached.
        """
        bucket = _BUCKETS.get(operation)
        limit: int | None = getattr(self._state.options, f"{bucket}_limit") if bucket else None
        if bucket is None or limit is None:
            return
        with self._state.environment.transaction():
            now = self._state.environment.now()
            window = self._state.windows.get(bucket)
            if window is None or now >= read(window["begun"]) + _WINDOW:
                window = {"begun": written(now), "count": 0}
            window["count"] += 1
            self._state.windows.put(bucket, value=window)
        if window["count"] >= limit:
            end = read(window["begun"]) + _WINDOW
            raise limited(limit, ceil((end - now).total_seconds()), written(end, "milliseconds"))
