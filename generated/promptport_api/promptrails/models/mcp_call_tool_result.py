# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""What a tool answered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
    array,
)

from .. import models


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class MCPCallToolResult(Model):
    """What a tool answered.

    Attributes:
        content: The blocks of the answer.
        is_error: Whether the tool failed; the protocol itself calls it `isError`.
        trace_id: The trace of the call.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field(
            "content",
            "content",
            "content",
            required=True,
            kind="array",
            absent=[],
            convert=array(lambda value: models.MCPToolCallContent.from_dict(value)),
        ),
        Field("is_error", "is_error", "is_error", aliases=("isError",)),
        Field("trace_id", "trace_id", "trace_id"),
    )
    ITSELF: ClassVar[str] = "data"

    content: list[models.MCPToolCallContent]
    is_error: bool | None = None
    trace_id: str | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
