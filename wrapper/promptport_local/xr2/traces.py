"""xR2's traces: what ties an event to the fetch that it belongs to."""

from __future__ import annotations

import hashlib
import uuid
from datetime import timedelta

from promptport_local.clock import read, written
from promptport_local.xr2.state import Json, State

_DAYS = 30
_FETCHED = "prompt_request"  # the event that xR2 itself records with each fetch, in the same place


class Traces:
    """Traces.

    Args:
        state: What the local xR2 holds.
    """

    def __init__(self, state: State) -> None:
        self._state = state

    def mint(self, prompt: Json, version: Json, source_name: str) -> str:
        """A new trace of a version that was fetched. Returns its id."""
        now = self._state.environment.now()
        digest = hashlib.sha1(prompt["slug"].encode(), usedforsecurity=False).hexdigest()[:8]
        while True:
            trace_id = f"evt_{digest}_{int(now.timestamp())}_{self._state.environment.random.getrandbits(32):08x}"
            # With a seed and a file the same digits come again after a restart.
            if self._state.traces.get(trace_id) is None:
                break
        trace = {
            "trace_id": trace_id,
            "slug": prompt["slug"],
            "workspace": prompt["workspace"],
            "version_number": version["version_number"],
            "source_name": source_name,
            "created_at": written(now),
        }
        self._state.traces.put(trace_id, value=trace)
        return trace_id

    def fetch(self, trace: Json, event_name: str) -> Json | None:
        """What xR2 itself recorded with the fetch of a trace, where an event has its name; else None."""
        if event_name != _FETCHED:
            return None
        ident, made = str(uuid.uuid5(uuid.NAMESPACE_OID, trace["trace_id"])), read(trace["created_at"])
        about = {"trace_id": trace["trace_id"], "event_name": _FETCHED}
        return {**about, "event_id": ident, "timestamp": made.isoformat(timespec="microseconds")}

    def live(self, trace_id: str) -> Json | None:
        """The trace with this id; None where there is none, or it is older than 30 days."""
        trace: Json | None = self._state.traces.get(trace_id)
        if trace is None:
            return None
        expired = self._state.environment.now() - read(trace["created_at"]) > timedelta(days=_DAYS)
        return None if expired else trace
