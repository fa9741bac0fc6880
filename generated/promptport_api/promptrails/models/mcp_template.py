# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A tool of the marketplace, to be installed."""

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
class MCPTemplate(Model):
    """A tool of the marketplace, to be installed.

    Attributes:
        id: Its identifier.
        slug: Its name in addresses.
        name: Its name.
        description: What it does.
        type: The kind of the tool.
        category: What it is about.
        icon_url: Where its picture is.
        config: Where it is, and how it is reached.
        required_parameters: What must be given to install it.
        documentation_url: Where it is described.
        setup_instructions: How it is set up.
        is_active: Whether it can be installed.
        created_at: When it was made, as RFC 3339 has it.
        updated_at: When it was last changed, as RFC 3339 has it.
        schema: A JSON schema of its arguments.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True, absent=""),
        Field("slug", "slug", "slug", "string", absent=""),
        Field("name", "name", "name", "string", absent=""),
        Field("description", "description", "description", "string", absent=""),
        Field("type", "type", "type", "string", absent=""),
        Field("category", "category", "category", "string", absent=""),
        Field("icon_url", "icon_url", "icon_url", "string|null", absent=""),
        Field("config", "config", "config", absent={}),
        Field(
            "required_parameters",
            "required_parameters",
            "required_parameters",
            _Shape("array|null", items=_Shape("object", fields=lambda: contract_of(models.MCPTemplateParameterSpec))),
            absent=[],
            convert=array(reads(lambda: models.MCPTemplateParameterSpec)),
        ),
        Field("documentation_url", "documentation_url", "documentation_url", "string|null", absent=""),
        Field("setup_instructions", "setup_instructions", "setup_instructions", "string|null", absent=""),
        Field("is_active", "is_active", "is_active", "boolean", absent=True),
        Field("created_at", "created_at", "created_at", "string", absent=""),
        Field("updated_at", "updated_at", "updated_at", "string", absent=""),
        Field("schema", "schema", "schema", "object|null"),
    )
    ITSELF: ClassVar[str] = "data"

    id: str = ""
    slug: str = ""
    name: str = ""
    description: str = ""
    type: str = ""
    category: str = ""
    icon_url: str = ""
    config: dict[str, Any] = field(factory=dict)
    required_parameters: list[models.MCPTemplateParameterSpec] = field(factory=list)
    documentation_url: str = ""
    setup_instructions: str = ""
    is_active: bool = True
    created_at: str = ""
    updated_at: str = ""
    schema: dict[str, Any] | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
