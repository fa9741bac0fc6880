# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""What came of running a prompt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
)
from promptport.model import deprecated as _Deprecated


@_Deprecated("Gone since promptrails 0.9.0.")
@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class RunPromptResponse(Model):
    """What came of running a prompt. Gone since promptrails 0.9.0.

    Attributes:
        content: What the model answered.
        token_usage: How many tokens it took; `prompt_tokens`, `completion_tokens` and `total_tokens`.
        cost: What it cost, in dollars.
        duration_ms: How long it took, in milliseconds.
        model: The name of the model.
        trace_id: The trace of the run.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("content", "content", "content", "string", required=True, absent=""),
        Field("token_usage", "token_usage", "token_usage", "object|null", absent={}),
        Field("cost", "cost", "cost", "number|null", absent=0.0),
        Field("duration_ms", "duration_ms", "duration_ms", "integer|null", absent=0),
        Field("model", "model", "model", "string", absent=""),
        Field("trace_id", "trace_id", "trace_id", "string|null"),
    )
    ITSELF: ClassVar[str] = "data"

    content: str = ""
    token_usage: dict[str, Any] = field(factory=dict)
    cost: float = 0.0
    duration_ms: int = 0
    model: str = ""
    trace_id: str | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
