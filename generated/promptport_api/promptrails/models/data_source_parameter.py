# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A variable of a query."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field, frozen

from ...types import NOTHING, Field, Model


@frozen(eq=False, repr=False, match_args=False)
class DataSourceParameter(Model):
    """A variable of a query.

    Attributes:
        name: Its name.
        type: Its type, such as `string`.
        required: Whether it must be given.
        description: What it is for.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("name", "name", "name"),
        Field("type", "type", "type"),
        Field("required", "required", "required"),
        Field("description", "description", "description"),
    )
    ITSELF: ClassVar[str] = "data"

    name: str | None = None
    type: str | None = None
    required: bool | None = None
    description: str | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
