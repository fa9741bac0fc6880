# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""The answer is complete; the stream ends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
)

from .. import models


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class DoneEvent(Model):
    """The answer is complete; the stream ends.

    Attributes:
        output: The whole answer, where the server sends it here too.
        token_usage: How many tokens it took.
        type: The event's name.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("output", "output", "output", kind="any"),
        Field(
            "token_usage",
            "token_usage",
            "token_usage",
            kind="object",
            absent={},
            convert=lambda value: models.TokenUsage.from_dict(value),
        ),
        Field("type", "type", "type", absent="done"),
    )
    ITSELF: ClassVar[str] = "data"

    output: Any = None
    token_usage: models.TokenUsage = field(factory=lambda: models.TokenUsage.from_dict({}))
    type: str = "done"
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
