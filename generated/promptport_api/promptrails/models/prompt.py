# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A prompt."""

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
class Prompt(Model):
    """A prompt.

    Attributes:
        id: Its identifier.
        workspace_id: The workspace's identifier.
        name: Its name.
        description: What it is for.
        created_at: When it was made, as RFC 3339 has it.
        updated_at: When it was last changed, as RFC 3339 has it.
        current_version: Its current version.
        status: `active` or `archived`.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True, absent=""),
        Field("workspace_id", "workspace_id", "workspace_id", "string", absent=""),
        Field("name", "name", "name", "string", absent=""),
        Field("description", "description", "description", "string", absent=""),
        Field("created_at", "created_at", "created_at", "string", absent=""),
        Field("updated_at", "updated_at", "updated_at", "string", absent=""),
        Field(
            "current_version",
            "current_version",
            "current_version",
            _Shape("object|null", fields=lambda: contract_of(models.PromptVersion)),
            convert=reads(lambda: models.PromptVersion),
        ),
        Field("status", "status", "status", "string"),
    )
    ITSELF: ClassVar[str] = "data"

    id: str = ""
    workspace_id: str = ""
    name: str = ""
    description: str = ""
    created_at: str = ""
    updated_at: str = ""
    current_version: models.PromptVersion | None = None
    status: str | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
