# Made by `nox -s generate` from openapi/xr2.yaml: change the contract or a template, never this file.
"""An event and the trace it belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Required, TypedDict

EventRequest = TypedDict(
    "EventRequest",
    {
        "trace_id": "Required[str]",  # The `trace_id` of a fetched prompt.
        "event_name": "Required[str]",  # The name of an event that is defined on the platform.
        "source_name": "Required[str]",  # A label for the caller.
        "user_id": "str | None",  # The user whom the event is about.
        "session_id": "str | None",  # The session that the event belongs to.
        "value": "float | None",  # An amount, such as revenue.
        "currency": "str | None",  # The amount's currency, such as `USD`.
        "metadata": "Mapping[str, Any]",  # The fields of the event's definition. Fields beside them are kept.
    },
    total=False,
)
