# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A tool that such a server offers."""

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
class MCPDiscoveredTool(Model):
    """A tool that such a server offers.

    Attributes:
        name: Its name.
        description: What it does.
        input_schema: A JSON schema of its arguments.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("name", "name", "name", "string", absent=""),
        Field("description", "description", "description", "string", absent=""),
        Field("inputSchema", "input_schema", "input_schema", "object|null", aliases=("input_schema",)),
    )
    ITSELF: ClassVar[str] = "data"

    name: str = ""
    description: str = ""
    input_schema: dict[str, Any] | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
