"""xR2's events: how they are defined, and the call that records one."""

from __future__ import annotations

from datetime import UTC
from typing import Any

from promptport_local.errors import Refusal
from promptport_local.xr2.database import objection, too_long
from promptport_local.xr2.errors import refused
from promptport_local.xr2.state import WORKSPACE, Json, State
from promptport_local.xr2.traces import Traces

_GONE = "The owner of the API key is not active."
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
        key: Json | None = None,
    ) -> Json:
        """Record an event, or answer with the first of its name on this trace: xR2 keeps one of each.

        A repeat is checked like the first, and what it carries is discarded. An event of the name that xR2 itself gives to
        fetches is always a repeat, of the fetch.

        Args:
            trace_id: The trace.
            event_name: The event's name, which must be defined.
            source_name: The caller's label for itself.
            user_id: Whom it is about.
            session_id: The session.
            value: An amount.
            currency: Its currency.
            metadata: The fields of the definition, and others.
            key: The caller's key, from `authenticate`. xR2 looks whether its owner is gone when the event is recorded.

        Raises:
            Refusal: 404 where no active definition of this name stands in the workspace of the trace (an unknown or
                expired trace has none); 400 where the metadata lacks a required field or has one of the wrong type; 401
                where the key's owner is gone. Under the usual options all are 500, and so is what can't be kept.
        """
        metadata = metadata or {}
        wrap = self._state.options.wrap_500
        gone = key is not None and not key["owner_active"]
        if gone and not wrap:
            raise self._refused(401, _GONE)
        self._storable(objection(trace_id, event_name))
        with self._state.environment.transaction():
            trace = self._traces.live(trace_id)
            definition = self._state.events.get(trace["workspace"], event_name) if trace else None
            if definition is None or not definition["is_active"]:
                raise self._refused(404, f"The event {event_name!r} is not defined.")
            for field in definition["metadata_schema"]:
                self._check_field(field, metadata)
            fetch = self._traces.fetch(trace, event_name) if trace else None
            first: Json | None = self._state.tracked.get(trace_id, event_name) or fetch
            if first is None:
                given = (source_name, user_id, session_id, value, currency, metadata)
                self._storable(objection(*given) or too_long(user_id=user_id, session_id=session_id))
            moment = self._state.environment.now().astimezone(UTC)
            event = first or {
                "event_id": self._state.environment.uuid(),
                "timestamp": moment.isoformat(timespec="microseconds"),
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
                if not self._state.options.offsets:
                    event = {**event, "timestamp": moment.replace(tzinfo=None).isoformat(timespec="microseconds")}
        if gone:
            raise self._refused(401, _GONE)
        return {
            "status": "success",
            **{name: event[name] for name in ("event_id", "trace_id", "event_name", "timestamp")},
            "is_duplicate": first is not None,
        }

    def _storable(self, why: str | None) -> None:
        if why and self._state.options.wrap_500:
            raise refused(500, f"Internal server error: {why}")

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
