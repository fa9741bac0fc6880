# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""A part of the traces, the newest first."""

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

TraceList = TypedDict(
    "TraceList",
    {
        "traces": Required["list[models.TraceListItem]"],  # The traces.
        "total": Required["int"],  # How many there are in all.
    },
    total=False,
)
describe(
    TraceList,
    _Fields(
        {
            "traces": _Shape("array", items=_Shape("object", fields=lambda: contract_of(models.TraceListItem))),
            "total": "integer",
        },
        ("traces", "total"),
    ),
)
