"""xR2's events: how they are defined, and the call that records one."""

from __future__ import annotations

from datetime import UTC
from typing import Any

from promptport_local.errors import Refusal
from promptport_local.xr2.errors import refused
from promptport_local.xr2.state import WORKSPACE, Json, State
from promptport_local.xr2.traces import Traces

_KINDS: dict[str, tuple[type, ...]] = {"string": (str,), "number": (int, float), "boolean": (bool,)}


class Events:
    """Event definitions, and the events that were recorded.

    Args:
        state: What the local xR2 holds.
        traces: What events belong to.
    """

    def __init__(self, state: State, traces: Traces) -> None:
        self._state = state
        self._traces = traces

    def put(self, event_name: str, workspace: str = WORKSPACE, **fields: Any) -> None:
        """Keep a definition, in place of the workspace's definition with this name."""
        usual = {"description": "", "is_active": True, "metadata_schema": []}
        definition = {"event_name": event_name, "workspace": workspace, **usual, **fields}
        self._state.events.put(workspace, event_name, value=definition)

    def track_event(
        self,
        trace_id: str,
        event_name: str,
        source_name: str,
        user_id: str | None = None,
        session_id: str | None = None,
        value: float | None = None,
        currency: str | None = None,
        metadata: Json | None = None,
    ) -> Json:
        """Record an event, or answer with the first of its name on this trace: xR2 keeps one of each.

        A repeat is checked like the first, and what it carries is discarded.

        Raises:
            Refusal: 404 where no active definition of this name stands in the workspace of the trace (an unknown or
                expired trace has none); 400 where the metadata lacks a required field or has one of the wrong type.
                Both are 500 where `options.wrap_500` is set.
        """
        metadata = metadata or {}
        with self._state.environment.transaction():
            trace = self._traces.live(trace_id)
            definition = self._state.events.get(trace["workspace"], event_name) if trace else None
            if definition is None or not definition["is_active"]:
                raise self._refused(404, f"The event {event_name!r} is not defined.")
            for field in definition["metadata_schema"]:
                self._check_field(field, metadata)
            first: Json | None = self._state.tracked.get(trace_id, event_name)
            event = first or {
                "event_id": self._state.environment.uuid(),
                "timestamp": self._state.environment.now().astimezone(UTC).isoformat(timespec="microseconds"),
                "trace_id": trace_id,
                "event_name": event_name,
                "source_name": source_name,
                "user_id": user_id,
                "session_id": session_id,
                "value": value,
                "currency": currency,
                "metadata": metadata,
            }
            if first is None:
                self._state.tracked.put(trace_id, event_name, value=event)
        return {
            "status": "success",
            **{name: event[name] for name in ("event_id", "trace_id", "event_name", "timestamp")},
            "is_duplicate": first is not None,
        }

    def _check_field(self, field: Json, metadata: Json) -> None:
        name = field["name"]
        if name not in metadata:
            if field.get("required"):
                raise self._refused(400, f"The metadata lacks the field {name!r}.")
            return
        kind = field.get("type", "string")
        if kind in _KINDS and not isinstance(metadata[name], _KINDS[kind]):
            raise self._refused(400, f"The metadata field {name!r} must be of type {kind}.")

    def _refused(self, status: int, text: str) -> Refusal:
        if self._state.options.wrap_500:
            return refused(500, f"Internal server error: {status}: {text}")
        return refused(status, text)
