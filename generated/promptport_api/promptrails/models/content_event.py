# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A piece of the answer."""

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
class ContentEvent(Model):
    """A piece of the answer.

    Attributes:
        content: The piece; all of them in order are the answer.
        type: The event's name.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("content", "content", "content", "string", absent=""),
        Field("type", "type", "type", "string", absent="content"),
    )
    ITSELF: ClassVar[str] = "data"

    content: str = ""
    type: str = "content"
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
