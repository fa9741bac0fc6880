# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""A case to learn from, or to be judged by. Its texts may refer to artifacts by their `uri`."""

from __future__ import annotations

from typing import Any, Literal, Required

from promptport.model import Fields as _Fields
from promptport.model import (
    describe,
)
from typing_extensions import TypedDict

DatasetCase = TypedDict(
    "DatasetCase",
    {
        "id": Required["int"],  # The case's id, a number.
        "datasetId": Required["str"],  # The dataset.
        "idx": Required["int | None"],  # Its place among the cases.
        "inputPayload": Required["dict[str, Any]"],  # What goes in.
        "expectedPayload": Required["Any"],  # What should come out.
        "split": Required["Literal['train', 'eval'] | None"],  # `train`, `eval` or null.
        "metadata": Required["dict[str, Any]"],  # What else is known of it.
        "createdAt": Required["str"],  # When it was made.
        "updatedAt": Required["str"],  # When it was last changed.
    },
    total=False,
)
describe(
    DatasetCase,
    _Fields(
        {
            "id": "integer",
            "datasetId": "string",
            "idx": "integer|null",
            "inputPayload": "object",
            "expectedPayload": "",
            "split": "string|null",
            "metadata": "object",
            "createdAt": "string",
            "updatedAt": "string",
        },
        ("id", "datasetId", "idx", "inputPayload", "expectedPayload", "split", "metadata", "createdAt", "updatedAt"),
    ),
)
