# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The AI applications of a person."""

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

AIApplicationList = TypedDict(
    "AIApplicationList",
    {
        "data": Required["list[models.AIApplicationListItem]"],  # The AI applications.
    },
    total=False,
)
describe(
    AIApplicationList,
    _Fields(
        {"data": _Shape("array", items=_Shape("object", fields=lambda: contract_of(models.AIApplicationListItem)))},
        ("data",),
    ),
)
