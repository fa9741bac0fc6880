# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""What an agent is good at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
)
from promptport.model import Shape as _Shape


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class A2AAgentSkill(Model):
    """What an agent is good at.

    Attributes:
        id: Its identifier.
        name: Its name.
        description: What it is.
        tags: Its labels.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", absent=""),
        Field("name", "name", "name", "string", absent=""),
        Field("description", "description", "description", "string", absent=""),
        Field("tags", "tags", "tags", _Shape("array|null", items=_Shape("string")), absent=[]),
    )
    ITSELF: ClassVar[str] = "data"

    id: str = ""
    name: str = ""
    description: str = ""
    tags: list[str] = field(factory=list)
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
