# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""What came of running an agent."""

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
class ExecutionResult(Model):
    """What came of running an agent.

    Attributes:
        output: What the agent answered: an object, or a text.
        error: What went wrong; empty where nothing did.
        trace_id: The trace of the run, for scores.
        execution_id: The execution's identifier; some servers call it `id`.
        status: `pending`, `running`, `waiting_approval` (a tool or an agent that it calls needs the consent of
            people), `cancel_requested`, `completed`, `failed`, `cancelled` or `rejected`; before 0.9
            `awaiting_approval` (people must agree at a checkpoint). Values: `waiting_approval` since promptrails 0.9.0;
            `cancel_requested` since promptrails 0.9.0; `awaiting_approval` until promptrails 0.8.0, then
            `waiting_approval`.
        token_usage: How many tokens it took; `prompt_tokens`, `completion_tokens` and `total_tokens`.
        cost: What it cost, in dollars.
        duration_ms: How long it took, in milliseconds.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("output", "output", "output"),
        Field("error", "error", "error", "string|null", absent=""),
        Field("trace_id", "trace_id", "trace_id", "string|null", absent=""),
        Field("execution_id", "execution_id", "execution_id", "string", required=True, absent="", aliases=("id",)),
        Field("status", "status", "status", "string", absent=""),
        Field("token_usage", "token_usage", "token_usage", "object|null", absent={}),
        Field("cost", "cost", "cost", "number", absent=0.0),
        Field("duration_ms", "duration_ms", "duration_ms", "integer|null"),
    )
    ITSELF: ClassVar[str] = "data"

    output: dict[str, Any] | None = None
    error: str = ""
    trace_id: str = ""
    execution_id: str = ""
    status: str = ""
    token_usage: dict[str, Any] = field(factory=dict)
    cost: float = 0.0
    duration_ms: int | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
