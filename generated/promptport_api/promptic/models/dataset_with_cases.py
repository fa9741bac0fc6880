# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""A dataset with what is in it."""

from __future__ import annotations

from typing import Required

from promptport.model import Fields as _Fields
from promptport.model import Shape as _Shape
from promptport.model import (
    contract_of,
    describe,
)
from typing_extensions import TypedDict

from .. import models

DatasetWithCases = TypedDict(
    "DatasetWithCases",
    {
        "id": Required["str"],  # The dataset's id.
        "name": Required["str"],  # Its name.
        "aiComponentId": Required["str"],  # The component.
        "aiApplicationId": Required["str"],  # Since promptic-sdk 0.18.0. The AI application.
        "workspaceId": Required[
            "str"
        ],  # Gone since promptic-sdk 0.18.0; use `aiApplicationId`. The same by its older name.
        "description": Required["str | None"],  # What it holds.
        "caseCount": Required["int"],  # Since promptic-sdk 0.18.0. How many cases it has.
        "itemCount": Required["int"],  # Gone since promptic-sdk 0.18.0; use `caseCount`. How many items it has.
        "traceCount": Required["int"],  # Gone since promptic-sdk 0.18.0. How many traces they come from.
        "createdAt": Required["str"],  # When it was made.
        "updatedAt": Required["str"],  # When it was last changed.
        "cases": Required["list[models.DatasetCase]"],  # Since promptic-sdk 0.18.0. What is in it.
        "items": Required[
            "list[models.DatasetItem]"
        ],  # Gone since promptic-sdk 0.18.0; use `cases`. Those of them that were made of traces.
    },
    total=False,
)
describe(
    DatasetWithCases,
    _Fields(
        {
            "id": "string",
            "name": "string",
            "aiComponentId": "string",
            "aiApplicationId": "string",
            "workspaceId": "string",
            "description": "string|null",
            "caseCount": "integer",
            "itemCount": "integer",
            "traceCount": "integer",
            "createdAt": "string",
            "updatedAt": "string",
            "cases": _Shape("array", items=_Shape("object", fields=lambda: contract_of(models.DatasetCase))),
            "items": _Shape("array", items=_Shape("object", fields=lambda: contract_of(models.DatasetItem))),
        },
        ("id", "name", "aiComponentId", "description", "createdAt", "updatedAt"),
    ),
)
