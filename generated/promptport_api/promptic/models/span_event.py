# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""Something that happened within a span."""

from __future__ import annotations

from typing import Any, Required

from promptport.model import Fields as _Fields
from promptport.model import (
    describe,
)
from typing_extensions import TypedDict

SpanEvent = TypedDict(
    "SpanEvent",
    {
        "id": Required["int"],  # The event's id, a number.
        "spanDbId": Required["str"],  # The span's id in the database.
        "name": Required["str"],  # Its name.
        "timestamp": Required["str"],  # When it happened.
        "body": Required["Any"],  # Whatever it holds.
    },
    total=False,
)
describe(
    SpanEvent,
    _Fields(
        {"id": "integer", "spanDbId": "string", "name": "string", "timestamp": "string", "body": ""},
        ("id", "spanDbId", "name", "timestamp", "body"),
    ),
)
