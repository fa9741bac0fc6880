# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A span of a trace; those of one trace share its `trace_id`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
    otherwise,
)
from promptport.model import Shape as _Shape


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class Trace(Model):
    """A span of a trace; those of one trace share its `trace_id`.

    Attributes:
        id: Its identifier.
        workspace_id: The workspace's identifier.
        trace_id: The trace's identifier.
        span_id: The span's identifier.
        parent_span_id: The span that this one is part of; empty for the root.
        name: What was done.
        kind: `agent`, `llm`, `tool`, `datasource`, `prompt`, `guardrail`, `chain`, `workflow`, `agent_step`,
            `mcp_call`, `preprocessing`, `postprocessing`, `memory`, `embedding`, `speech`, `image`, `video`, `storage`,
            …
        status: `ok` or `error`.
        input: What went in.
        output: What came out.
        attributes: What else is known of it.
        token_usage: How many tokens it took; `prompt_tokens`, `completion_tokens` and `total_tokens`.
        cost: What it cost, in dollars; a parent's cost holds that of its children.
        duration_ms: How long it took, in milliseconds.
        error_message: What went wrong.
        error_type: The kind of error.
        error_stack: Where it went wrong. Gone since promptrails 0.9.0.
        prompt_tokens: Tokens that the model read.
        completion_tokens: Tokens that it wrote.
        total_tokens: Both together.
        agent_id: The agent that ran.
        prompt_id: The prompt that ran. Gone since promptrails 0.9.0; use `prompt_name`.
        llm_model_id: The model that ran. Gone since promptrails 0.9.0; use `model_name`.
        user_id: On whose behalf it ran.
        session_id: The session that it belongs to.
        execution_id: The execution that it belongs to.
        service_name: The service that reported it.
        started_at: When it began, as RFC 3339 has it.
        ended_at: When it ended, as RFC 3339 has it.
        created_at: When it was made, as RFC 3339 has it.
        level: How much it matters: `debug`, `default`, `warning` or `error`. Since promptrails 0.9.0.
        tags: Its labels. Since promptrails 0.9.0.
        model_name: The name of the model. Since promptrails 0.9.0.
        completion_start_time: When the model began to answer, as RFC 3339 has it. Since promptrails 0.9.0.
        agent_name: The name of the agent. Since promptrails 0.9.0.
        agent_type: The kind of the agent. Since promptrails 0.9.0.
        data_source_id: The data source that was asked. Since promptrails 0.9.0.
        data_source_name: Its name. Since promptrails 0.9.0.
        prompt_name: The name of the prompt. Since promptrails 0.9.0.
        mcp_tool_name: The name of the tool. Since promptrails 0.9.0.
        mcp_tool_type: The kind of the tool. Since promptrails 0.9.0.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True, absent=""),
        Field("workspace_id", "workspace_id", "workspace_id", "string", absent=""),
        Field("trace_id", "trace_id", "trace_id", "string", absent=""),
        Field("span_id", "span_id", "span_id", "string", absent=""),
        Field("parent_span_id", "parent_span_id", "parent_span_id", "string|null", absent=""),
        Field("name", "name", "name", "string", absent=""),
        Field("kind", "kind", "kind", "string", absent=""),
        Field("status", "status", "status", "string", absent="ok"),
        Field("input", "input", "input"),
        Field("output", "output", "output"),
        Field("attributes", "attributes", "attributes", "object|null", absent={}),
        Field("token_usage", "token_usage", "token_usage", "object|null"),
        Field("cost", "cost", "cost", "number|null"),
        Field("duration_ms", "duration_ms", "duration_ms", "integer|null"),
        Field("error_message", "error_message", "error_message", "string|null", absent=""),
        Field("error_type", "error_type", "error_type", "string|null", absent=""),
        Field("error_stack", "error_stack", "error_stack", "string|null", absent=""),
        Field("prompt_tokens", "prompt_tokens", "prompt_tokens", "integer|null"),
        Field("completion_tokens", "completion_tokens", "completion_tokens", "integer|null"),
        Field("total_tokens", "total_tokens", "total_tokens", "integer|null"),
        Field("agent_id", "agent_id", "agent_id", "string|null"),
        Field("prompt_id", "prompt_id", "prompt_id", "string|null"),
        Field("llm_model_id", "llm_model_id", "llm_model_id", "string|null"),
        Field("user_id", "user_id", "user_id", "string|null"),
        Field("session_id", "session_id", "session_id", "string|null", absent=""),
        Field("execution_id", "execution_id", "execution_id", "string|null"),
        Field("service_name", "service_name", "service_name", "string|null", absent=""),
        Field("started_at", "started_at", "started_at", "string", absent=""),
        Field("ended_at", "ended_at", "ended_at", "string|null"),
        Field("created_at", "created_at", "created_at", "string", absent=""),
        Field("level", "level", "_level", "string", absent="default"),
        Field("tags", "tags", "_tags", _Shape("array", items=_Shape("string")), absent=[]),
        Field("model_name", "model_name", "model_name", "string|null", absent=""),
        Field("completion_start_time", "completion_start_time", "completion_start_time", "string|null"),
        Field("agent_name", "agent_name", "agent_name", "string", absent=""),
        Field("agent_type", "agent_type", "agent_type", "string", absent=""),
        Field("data_source_id", "data_source_id", "data_source_id", "string|null"),
        Field("data_source_name", "data_source_name", "data_source_name", "string", absent=""),
        Field("prompt_name", "prompt_name", "prompt_name", "string", absent=""),
        Field("mcp_tool_name", "mcp_tool_name", "mcp_tool_name", "string", absent=""),
        Field("mcp_tool_type", "mcp_tool_type", "mcp_tool_type", "string", absent=""),
    )
    ITSELF: ClassVar[str] = "data"

    id: str = ""
    workspace_id: str = ""
    trace_id: str = ""
    span_id: str = ""
    parent_span_id: str = ""
    name: str = ""
    kind: str = ""
    status: str = "ok"
    input: dict[str, Any] | None = None
    output: dict[str, Any] | None = None
    attributes: dict[str, Any] = field(factory=dict)
    token_usage: dict[str, Any] | None = None
    cost: float | None = None
    duration_ms: int | None = None
    error_message: str = ""
    error_type: str = ""
    error_stack: str = ""
    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    total_tokens: int | None = None
    agent_id: str | None = None
    prompt_id: str | None = None
    llm_model_id: str | None = None
    user_id: str | None = None
    session_id: str = ""
    execution_id: str | None = None
    service_name: str = ""
    started_at: str = ""
    ended_at: str | None = None
    created_at: str = ""
    _level: Any = field(default="default", alias="level")
    _tags: Any = field(factory=list, alias="tags")
    model_name: str = ""
    completion_start_time: str | None = None
    agent_name: str = ""
    agent_type: str = ""
    data_source_id: str | None = None
    data_source_name: str = ""
    prompt_name: str = ""
    mcp_tool_name: str = ""
    mcp_tool_type: str = ""
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

    @property
    def level(self) -> str:
        """How much it matters: `debug`, `default`, `warning` or `error`. Since promptrails 0.9.0."""
        found: str = otherwise("default")(self._level)
        return found

    @property
    def tags(self) -> list[str]:
        """Its labels. Since promptrails 0.9.0."""
        found: list[str] = otherwise([])(self._tags)
        return found
