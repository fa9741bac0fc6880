# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""What became of a verdict."""

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
class ChatFeedbackResponse(Model):
    """What became of a verdict. Since promptrails 0.9.1.

    Attributes:
        submitted: Whether it was taken.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (Field("submitted", "submitted", "submitted", "boolean", absent=False),)
    ITSELF: ClassVar[str] = "data"

    submitted: bool = False
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
