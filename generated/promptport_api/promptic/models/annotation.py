# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""What a person thinks of a trace in a run."""

from __future__ import annotations

from typing import Required

from promptport.model import Fields as _Fields
from promptport.model import (
    describe,
)
from typing_extensions import TypedDict

Annotation = TypedDict(
    "Annotation",
    {
        "id": Required["str"],  # The annotation's id.
        "runId": Required["str"],  # The run.
        "traceDbId": Required["str"],  # The trace's id in the database.
        "userId": Required["str"],  # Who wrote it.
        "rating": Required["str | None"],  # `positive` or `negative`.
        "comment": Required["str | None"],  # What was good or bad about it, in words.
        "createdAt": Required["str"],  # When it was made.
        "updatedAt": Required["str"],  # When it was last changed.
    },
    total=False,
)
describe(
    Annotation,
    _Fields(
        {
            "id": "string",
            "runId": "string",
            "traceDbId": "string",
            "userId": "string",
            "rating": "string|null",
            "comment": "string|null",
            "createdAt": "string",
            "updatedAt": "string",
        },
        ("id", "runId", "traceDbId", "userId", "rating", "comment", "createdAt", "updatedAt"),
    ),
)
