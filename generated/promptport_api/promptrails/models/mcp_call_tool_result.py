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
    contract_of,
    reads,
)
from promptport.model import Shape as _Shape

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
            _Shape("array", items=_Shape("object", fields=lambda: contract_of(models.MCPToolCallContent))),
            required=True,
            absent=[],
            convert=array(reads(lambda: models.MCPToolCallContent)),
        ),
        Field("is_error", "is_error", "is_error", "boolean", absent=False, aliases=("isError",)),
        Field("trace_id", "trace_id", "trace_id", "string|null", absent=""),
    )
    ITSELF: ClassVar[str] = "data"

    content: list[models.MCPToolCallContent] = field(factory=list)
    is_error: bool = False
    trace_id: str = ""
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
