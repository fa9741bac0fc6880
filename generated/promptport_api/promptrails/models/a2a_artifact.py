# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Something that came of a task."""

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
class A2AArtifact(Model):
    """Something that came of a task.

    Attributes:
        id: Its identifier.
        parts: What it holds.
        created_at: When it was made, as RFC 3339 has it.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", absent=""),
        Field(
            "parts",
            "parts",
            "parts",
            _Shape("array|null", items=_Shape("object", fields=lambda: contract_of(models.A2APart))),
            absent=[],
            convert=array(reads(lambda: models.A2APart)),
        ),
        Field("created_at", "created_at", "created_at", "string|null", absent="", aliases=("createdAt",)),
    )
    ITSELF: ClassVar[str] = "data"

    id: str = ""
    parts: list[models.A2APart] = field(factory=list)
    created_at: str = ""
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
