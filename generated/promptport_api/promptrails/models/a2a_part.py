# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A part of a message: a text, or data."""

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
class A2APart(Model):
    """A part of a message: a text, or data.

    Attributes:
        type: Its kind, such as `text`.
        text: The text.
        data: The data.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("type", "type", "type", "string", absent=""),
        Field("text", "text", "text", "string|null", absent=""),
        Field("data", "data", "data", "object|null"),
    )

    type: str = ""
    text: str = ""
    data: dict[str, Any] | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
