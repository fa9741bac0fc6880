# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The components of an AI application."""

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

ComponentList = TypedDict(
    "ComponentList",
    {
        "data": Required["list[models.Component]"],  # The components.
    },
    total=False,
)
describe(
    ComponentList,
    _Fields({"data": _Shape("array", items=_Shape("object", fields=lambda: contract_of(models.Component)))}, ("data",)),
)
