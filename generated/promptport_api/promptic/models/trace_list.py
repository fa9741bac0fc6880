# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""A part of the traces, the newest first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
    array,
    reads,
)
from promptport.model import Shape as _Shape

from .. import models


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class TraceList(Model):
    """A part of the traces, the newest first.

    Attributes:
        traces: The traces.
        total: How many there are in all.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field(
            "traces",
            "traces",
            "traces",
            _Shape("array", items=_Shape("object", fields=lambda: models.TraceListItem.CONTRACT)),
            required=True,
            convert=array(reads(lambda: models.TraceListItem)),
        ),
        Field("total", "total", "total", "integer"),
    )

    traces: list[models.TraceListItem]
    total: int | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
