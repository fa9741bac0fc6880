# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A task that one agent gave to another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
    array,
    by_kind,
    contract_of,
    reads,
)
from promptport.model import Shape as _Shape

from .. import models


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class A2ATask(Model):
    """A task that one agent gave to another.

    Attributes:
        id: Its identifier.
        context_id: What it belongs to.
        status: Its state; some servers send the word alone.
        messages: What was said.
        artifacts: What came of it.
        metadata: What belongs to it.
        created_at: When it was made, as RFC 3339 has it.
        updated_at: When it was last changed, as RFC 3339 has it.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True, absent=""),
        Field("context_id", "context_id", "context_id", "string|null", absent="", aliases=("contextId",)),
        Field(
            "status",
            "status",
            "status",
            _Shape("object|string|null", fields=lambda: contract_of(models.A2ATaskStatus)),
            convert=by_kind({"object": reads(lambda: models.A2ATaskStatus), "scalar": None}),
        ),
        Field(
            "messages",
            "messages",
            "messages",
            _Shape("array|null", items=_Shape("object", fields=lambda: contract_of(models.A2AMessage))),
            absent=[],
            convert=array(reads(lambda: models.A2AMessage)),
        ),
        Field(
            "artifacts",
            "artifacts",
            "artifacts",
            _Shape("array|null", items=_Shape("object", fields=lambda: contract_of(models.A2AArtifact))),
            absent=[],
            convert=array(reads(lambda: models.A2AArtifact)),
        ),
        Field("metadata", "metadata", "metadata", "object|null", absent={}),
        Field("created_at", "created_at", "created_at", "string", absent="", aliases=("createdAt",)),
        Field("updated_at", "updated_at", "updated_at", "string", absent="", aliases=("updatedAt",)),
    )
    ITSELF: ClassVar[str] = "data"

    id: str = ""
    context_id: str = ""
    status: models.A2ATaskStatus | None = None
    messages: list[models.A2AMessage] = field(factory=list)
    artifacts: list[models.A2AArtifact] = field(factory=list)
    metadata: dict[str, Any] = field(factory=dict)
    created_at: str = ""
    updated_at: str = ""
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
