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
    contract_of,
    reads,
)
from promptport.model import Shape as _Shape

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
        Field("output", "output", "output"),
        Field(
            "token_usage",
            "token_usage",
            "token_usage",
            _Shape("object", fields=lambda: contract_of(models.TokenUsage)),
            absent={},
            convert=reads(lambda: models.TokenUsage),
        ),
        Field("type", "type", "type", "string", absent="done"),
    )
    ITSELF: ClassVar[str] = "data"

    output: dict[str, Any] | None = None
    token_usage: models.TokenUsage = field(factory=lambda: reads(lambda: models.TokenUsage)({}))
    type: str = "done"
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
