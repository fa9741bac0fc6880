# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Something that must be given to install a template."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
)


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class MCPTemplateParameterSpec(Model):
    """Something that must be given to install a template.

    Attributes:
        name: Its name.
        type: Its type.
        required: Whether it must be given.
        secret: Whether it is a secret.
        description: What it is for.
        default: What is taken where nothing is given.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("name", "name", "name", "string", absent=""),
        Field("type", "type", "type", "string", absent=""),
        Field("required", "required", "required", "boolean", absent=False),
        Field("secret", "secret", "secret", "boolean", absent=False),
        Field("description", "description", "description", "string", absent=""),
        Field("default", "default", "default", "string|null"),
    )
    ITSELF: ClassVar[str] = "data"

    name: str = ""
    type: str = ""
    required: bool = False
    secret: bool = False
    description: str = ""
    default: str | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
