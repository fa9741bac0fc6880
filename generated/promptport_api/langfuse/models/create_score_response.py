# Made by `nox -s generate` from openapi/langfuse.yaml: change the contract or a template, never this file.
"""What became of scores."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
    array,
    contract_of,
    reads,
)
from promptport.model import Shape as _Shape

from .. import models


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class CreateScoreResponse(Model):
    """What became of scores.

    Attributes:
        id: The id of the one score, by servers before the client 5.0.
        message: `Accepted`, where all were taken.
        accepted: How many were taken.
        rejected: How many were not.
        errors: Why not.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string"),
        Field("message", "message", "message", "string"),
        Field("accepted", "accepted", "accepted", "integer"),
        Field("rejected", "rejected", "rejected", "integer"),
        Field(
            "errors",
            "errors",
            "errors",
            _Shape("array", items=_Shape("object", fields=lambda: contract_of(models.Accepted))),
            convert=array(reads(lambda: models.Accepted)),
        ),
    )

    id: str | None = None
    message: str | None = None
    accepted: int | None = None
    rejected: int | None = None
    errors: list[models.Accepted] | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
