# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The input and output of a trace. Since 0.18.0 it is a case."""

from __future__ import annotations

from typing import Required

from promptport.model import Fields as _Fields
from promptport.model import (
    describe,
)
from typing_extensions import TypedDict

DatasetItem = TypedDict(
    "DatasetItem",
    {
        "id": Required["int"],  # The item's id, a number.
        "datasetId": Required["str"],  # The dataset.
        "traceDbId": Required["str"],  # The trace's id in the database.
        "input": Required["str | None"],  # What went in.
        "output": Required["str | None"],  # What came out.
        "createdAt": Required["str"],  # When it was added.
    },
    total=False,
)
describe(
    DatasetItem,
    _Fields(
        {
            "id": "integer",
            "datasetId": "string",
            "traceDbId": "string",
            "input": "string|null",
            "output": "string|null",
            "createdAt": "string",
        },
        ("id", "datasetId", "traceDbId", "input", "output", "createdAt"),
    ),
)
