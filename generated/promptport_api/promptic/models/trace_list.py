# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""A part of the traces, the newest first."""

from __future__ import annotations

from typing import Required

from typing_extensions import TypedDict

from .. import models

TraceList = TypedDict(
    "TraceList",
    {
        "traces": "Required[list[models.TraceListItem]]",  # The traces.
        "total": "Required[int]",  # How many there are in all.
    },
    total=False,
)
