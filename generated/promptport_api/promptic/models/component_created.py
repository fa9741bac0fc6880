# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The id of a component that was made."""

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
class ComponentCreated(Model):
    """The id of a component that was made.

    Attributes:
        id: The component's id.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (Field("id", "id", "id", "string", required=True),)

    id: str
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
