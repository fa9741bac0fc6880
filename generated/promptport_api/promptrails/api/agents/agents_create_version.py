# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Make a version of an agent.  POST /api/v1/agents/{agent_id}/versions"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from promptport.model import (
    AsDict,
    History,
    Operation,
    Parameter,
    Request,
    contract_of,
    load,
    reads,
)
from promptport.model import Shape as _Shape

from ... import models

OPERATION = Operation(
    "agents_create_version",
    "POST",
    "/api/v1/agents/{agent_id}/versions",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("agent_id", "agent_id", "path", "string", required=True),
        Parameter("version", "version", "body", "string"),
        Parameter("config", "config", "body", "object", required=True),
        Parameter("input_schema", "input_schema", "body", "object"),
        Parameter("output_schema", "output_schema", "body", "object"),
        Parameter("set_current", "set_current", "body", "boolean", default=False),
        Parameter("message", "message", "body", "string"),
        Parameter("model_config", "model_config", "body", "object"),
        Parameter("run_budget", "run_budget", "body", "object"),
        Parameter("approval_policy", "approval_policy", "body", "object"),
        Parameter("cache_timeout", "cache_timeout", "body", "integer"),
        Parameter("vfs_enabled", "vfs_enabled", "body", "boolean"),
        Parameter("masking_enabled", "masking_enabled", "body", "boolean"),
        Parameter("tools", "tools", "body", "array"),
        Parameter("sub_agents", "sub_agents", "body", "array"),
        Parameter("guardrails", "guardrails", "body", "array"),
    ),
    history=History(
        name="agents.create_version",
        arguments={
            "model_config": History(since="0.9.0"),
            "run_budget": History(since="0.9.0"),
            "approval_policy": History(since="0.9.0"),
            "cache_timeout": History(since="0.9.0"),
            "vfs_enabled": History(since="0.9.0"),
            "masking_enabled": History(since="0.9.0"),
            "tools": History(since="0.9.0"),
            "sub_agents": History(since="0.9.0"),
            "guardrails": History(since="0.9.0"),
        },
    ),
)


def request(
    agent_id: str,
    *,
    version: str | None = None,
    config: Mapping[str, Any] | AsDict,
    input_schema: Mapping[str, Any] | None = None,
    output_schema: Mapping[str, Any] | None = None,
    set_current: bool = False,
    message: str | None = None,
    model_config: Mapping[str, Any] | AsDict | None = None,
    run_budget: Mapping[str, Any] | AsDict | None = None,
    approval_policy: Mapping[str, Any] | AsDict | None = None,
    cache_timeout: int | None = None,
    vfs_enabled: bool | None = None,
    masking_enabled: bool | None = None,
    tools: Sequence[Mapping[str, Any] | AsDict] | None = None,
    sub_agents: Sequence[Mapping[str, Any] | AsDict] | None = None,
    guardrails: Sequence[Mapping[str, Any] | AsDict] | None = None,
) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "agent_id": agent_id,
            "version": version,
            "config": config,
            "input_schema": input_schema,
            "output_schema": output_schema,
            "set_current": set_current,
            "message": message,
            "model_config": model_config,
            "run_budget": run_budget,
            "approval_policy": approval_policy,
            "cache_timeout": cache_timeout,
            "vfs_enabled": vfs_enabled,
            "masking_enabled": masking_enabled,
            "tools": tools,
            "sub_agents": sub_agents,
            "guardrails": guardrails,
        },
    )


def parse(content: bytes) -> models.AgentVersion:
    """Read a successful answer."""
    answer: models.AgentVersion = reads(lambda: models.AgentVersion)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.AgentVersion), known=True))
    )
    return answer
