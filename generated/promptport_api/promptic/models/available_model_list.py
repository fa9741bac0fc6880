# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The models that an experiment can be for."""

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

AvailableModelList = TypedDict(
    "AvailableModelList",
    {
        "data": Required["list[models.AvailableModel]"],  # The models.
    },
    total=False,
)
describe(
    AvailableModelList,
    _Fields(
        {"data": _Shape("array", items=_Shape("object", fields=lambda: contract_of(models.AvailableModel)))}, ("data",)
    ),
)
