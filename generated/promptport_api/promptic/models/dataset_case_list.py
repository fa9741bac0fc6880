# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The cases of a dataset, or those that were added."""

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

DatasetCaseList = TypedDict(
    "DatasetCaseList",
    {
        "data": Required["list[models.DatasetCase]"],  # The cases.
    },
    total=False,
)
describe(
    DatasetCaseList,
    _Fields(
        {"data": _Shape("array", items=_Shape("object", fields=lambda: contract_of(models.DatasetCase)))}, ("data",)
    ),
)
