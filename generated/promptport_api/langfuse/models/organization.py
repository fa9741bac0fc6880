# Made by `nox -s generate` from openapi/langfuse.yaml: change the contract or a template, never this file.
"""Whose a project is."""

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
class Organization(Model):
    """Whose a project is.

    Attributes:
        id: Its id.
        name: Its name.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True),
        Field("name", "name", "name", "string", required=True),
    )

    id: str
    name: str
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
