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

DatasetWithItems = TypedDict(
    "DatasetWithItems",
    {
        "id": Required["str"],  # The dataset's id.
        "name": Required["str"],  # Its name.
        "aiComponentId": Required["str"],  # The component.
        "workspaceId": Required["str"],  # The workspace.
        "description": Required["str | None"],  # What it holds.
        "itemCount": Required["int"],  # How many items it has.
        "traceCount": Required["int"],  # How many traces they come from.
        "createdAt": Required["str"],  # When it was made.
        "updatedAt": Required["str"],  # When it was last changed.
        "items": Required["list[models.DatasetItem]"],  # What is in it.
    },
    total=False,
)
describe(
    DatasetWithItems,
    _Fields(
        {
            "id": "string",
            "name": "string",
            "aiComponentId": "string",
            "workspaceId": "string",
            "description": "string|null",
            "itemCount": "integer",
            "traceCount": "integer",
            "createdAt": "string",
            "updatedAt": "string",
            "items": _Shape("array", items=_Shape("object", fields=lambda: contract_of(models.DatasetItem))),
        },
        (
            "id",
            "name",
            "aiComponentId",
            "workspaceId",
            "description",
            "itemCount",
            "traceCount",
            "createdAt",
            "updatedAt",
            "items",
        ),
    ),
)
