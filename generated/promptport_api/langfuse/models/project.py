# Made by `nox -s generate` from openapi/langfuse.yaml: change the contract or a template, never this file.
"""A project."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
    contract_of,
    reads,
)
from promptport.model import Shape as _Shape

from .. import models


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class Project(Model):
    """A project.

    Attributes:
        id: Its id.
        name: Its name.
        organization: Whose a project is.
        metadata: Whatever belongs to it.
        retention_days: Days that its data are kept; null or 0 for ever.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True),
        Field("name", "name", "name", "string", required=True),
        Field(
            "organization",
            "organization",
            "organization",
            _Shape("object", fields=lambda: contract_of(models.Organization)),
            required=True,
            convert=reads(lambda: models.Organization),
        ),
        Field("metadata", "metadata", "metadata", "object", required=True),
        Field("retentionDays", "retention_days", "retention_days", "integer|null"),
    )

    id: str
    name: str
    organization: models.Organization
    metadata: dict[str, Any]
    retention_days: int | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
