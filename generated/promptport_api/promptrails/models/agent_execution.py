# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""One run of an agent."""

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
    otherwise,
    reads,
)
from promptport.model import Shape as _Shape

from .. import models


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class AgentExecution(Model):
    """One run of an agent.

    Attributes:
        id: Its identifier.
        agent_id: The agent's identifier.
        agent_version_id: The identifier of the version that ran.
        workspace_id: The workspace's identifier.
        user_id: On whose behalf it ran.
        session_id: The session that it belongs to.
        status: `pending`, `running`, `waiting_approval` (a tool or an agent that it calls needs the consent of
            people), `cancel_requested`, `completed`, `failed`, `cancelled` or `rejected`; before 0.9
            `awaiting_approval` (people must agree at a checkpoint). Values: `waiting_approval` since promptrails 0.9.0;
            `cancel_requested` since promptrails 0.9.0; `awaiting_approval` until promptrails 0.8.0, then
            `waiting_approval`.
        input: What the agent was given.
        output: What it answered: an object, or a text.
        error: What went wrong; empty where nothing did.
        metadata: What the caller put beside it.
        token_usage: How many tokens it took; `prompt_tokens`, `completion_tokens` and `total_tokens`.
        cost: What it cost, in dollars.
        duration_ms: How long it took, in milliseconds.
        trace_id: The trace of the run.
        started_at: When it began, as RFC 3339 has it.
        completed_at: When it ended, as RFC 3339 has it.
        created_at: When it was made, as RFC 3339 has it.
        parent_execution_id: The execution that began this one; None for the root. Since promptrails 0.9.0.
        approval_expires_at: Until when people can decide on it, as RFC 3339 has it. Since promptrails 0.9.0.
        children: The executions that it began; `executions.tree` fills them in. Since promptrails 0.9.0.
        agent: The agent itself, where the server puts it in.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True, absent=""),
        Field("agent_id", "agent_id", "agent_id", "string", absent=""),
        Field("agent_version_id", "agent_version_id", "agent_version_id", "string|null", absent=""),
        Field("workspace_id", "workspace_id", "workspace_id", "string", absent=""),
        Field("user_id", "user_id", "user_id", "string|null", absent=""),
        Field("session_id", "session_id", "session_id", "string|null", absent=""),
        Field("status", "status", "status", "string", absent=""),
        Field("input", "input", "input", "object|null", absent={}),
        Field("output", "output", "output"),
        Field("error", "error", "error", "string|null", absent=""),
        Field("metadata", "metadata", "metadata", "object|null", absent={}),
        Field("token_usage", "token_usage", "token_usage", "object|null", absent={}),
        Field("cost", "cost", "cost", "number|null", absent=0.0),
        Field("duration_ms", "duration_ms", "duration_ms", "integer|null"),
        Field("trace_id", "trace_id", "trace_id", "string|null"),
        Field("started_at", "started_at", "started_at", "string|null"),
        Field("completed_at", "completed_at", "completed_at", "string|null"),
        Field("created_at", "created_at", "created_at", "string", absent=""),
        Field("parent_execution_id", "parent_execution_id", "parent_execution_id", "string|null"),
        Field("approval_expires_at", "approval_expires_at", "approval_expires_at", "string|null"),
        Field(
            "children",
            "children",
            "_children",
            _Shape("array", items=_Shape("object", fields=lambda: contract_of(models.AgentExecution))),
            absent=[],
            convert=array(reads(lambda: models.AgentExecution)),
        ),
        Field(
            "agent",
            "agent",
            "agent",
            _Shape("object|null", fields=lambda: contract_of(models.Agent)),
            convert=reads(lambda: models.Agent),
        ),
    )
    ITSELF: ClassVar[str] = "data"

    id: str = ""
    agent_id: str = ""
    agent_version_id: str = ""
    workspace_id: str = ""
    user_id: str = ""
    session_id: str = ""
    status: str = ""
    input: dict[str, Any] = field(factory=dict)
    output: dict[str, Any] | None = None
    error: str = ""
    metadata: dict[str, Any] = field(factory=dict)
    token_usage: dict[str, Any] = field(factory=dict)
    cost: float = 0.0
    duration_ms: int | None = None
    trace_id: str | None = None
    started_at: str | None = None
    completed_at: str | None = None
    created_at: str = ""
    parent_execution_id: str | None = None
    approval_expires_at: str | None = None
    _children: Any = field(factory=list, alias="children")
    agent: models.Agent | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

    @property
    def children(self) -> list[models.AgentExecution]:
        """The executions that it began; `executions.tree` fills them in. Since promptrails 0.9.0."""
        found: list[models.AgentExecution] = otherwise([])(self._children)
        return found
