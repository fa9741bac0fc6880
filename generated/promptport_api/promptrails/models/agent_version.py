# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A version of an agent, which never changes."""

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
class AgentVersion(Model):
    """A version of an agent, which never changes.

    Attributes:
        id: Its identifier.
        agent_id: The agent's identifier.
        version: A label of the author's choice, such as `1.0.0`.
        config: How the agent works, as it was stored: the shapes of the request, or older ones without a `type`.
        input_schema: A JSON schema of the input.
        output_schema: A JSON schema of the output.
        is_current: Whether it is the one that runs.
        message: What its author said of it.
        created_at: When it was made, as RFC 3339 has it.
        model_config: The model and its sampling: what `ModelConfig` holds. Since promptrails 0.9.0.
        run_budget: What a run may take with all that it begins: what `RunBudget` holds. Since promptrails 0.9.0.
        approval_policy: Who decides on executions that wait: what `ApprovalPolicy` holds. Since promptrails 0.9.0.
        cache_timeout: For how many seconds an answer may be used again. Since promptrails 0.9.0.
        vfs_enabled: Whether it may use the agent's files. Since promptrails 0.9.0.
        masking_enabled: Whether what is about persons is masked. Since promptrails 0.9.0.
        tools: The tools that it can call: what `ToolAttachment` holds. Since promptrails 0.9.0.
        sub_agents: The agents that it can call: what `SubAgentAttachment` holds. Since promptrails 0.9.0.
        guardrails: The checks of its own: what `GuardrailSpec` holds. Since promptrails 0.9.0.
        prompts: The prompts that it links, in order.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True, absent=""),
        Field("agent_id", "agent_id", "agent_id", "string", absent=""),
        Field("version", "version", "version", "string", absent=""),
        Field("config", "config", "config", "object|null", absent={}),
        Field("input_schema", "input_schema", "input_schema", "object|null", absent={}),
        Field("output_schema", "output_schema", "output_schema", "object|null"),
        Field("is_current", "is_current", "is_current", "boolean", absent=False),
        Field("message", "message", "message", "string", absent=""),
        Field("created_at", "created_at", "created_at", "string", absent=""),
        Field("model_config", "model_config", "model_config", "object|null"),
        Field("run_budget", "run_budget", "run_budget", "object|null"),
        Field("approval_policy", "approval_policy", "approval_policy", "object|null"),
        Field("cache_timeout", "cache_timeout", "cache_timeout", "integer|null"),
        Field("vfs_enabled", "vfs_enabled", "vfs_enabled", "boolean|null"),
        Field("masking_enabled", "masking_enabled", "masking_enabled", "boolean|null"),
        Field("tools", "tools", "_tools", _Shape("array", items=_Shape("object")), absent=[]),
        Field("sub_agents", "sub_agents", "_sub_agents", _Shape("array", items=_Shape("object")), absent=[]),
        Field("guardrails", "guardrails", "_guardrails", _Shape("array", items=_Shape("object")), absent=[]),
        Field(
            "prompts",
            "prompts",
            "prompts",
            _Shape("array|null", items=_Shape("object", fields=lambda: contract_of(models.AgentVersionPrompt))),
            convert=array(reads(lambda: models.AgentVersionPrompt)),
        ),
    )
    ITSELF: ClassVar[str] = "data"

    id: str = ""
    agent_id: str = ""
    version: str = ""
    config: dict[str, Any] = field(factory=dict)
    input_schema: dict[str, Any] = field(factory=dict)
    output_schema: dict[str, Any] | None = None
    is_current: bool = False
    message: str = ""
    created_at: str = ""
    model_config: dict[str, Any] | None = None
    run_budget: dict[str, Any] | None = None
    approval_policy: dict[str, Any] | None = None
    cache_timeout: int | None = None
    vfs_enabled: bool | None = None
    masking_enabled: bool | None = None
    _tools: Any = field(factory=list, alias="tools")
    _sub_agents: Any = field(factory=list, alias="sub_agents")
    _guardrails: Any = field(factory=list, alias="guardrails")
    prompts: list[models.AgentVersionPrompt] | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

    @property
    def tools(self) -> list[dict[str, Any]]:
        """The tools that it can call: what `ToolAttachment` holds. Since promptrails 0.9.0."""
        found: list[dict[str, Any]] = otherwise([])(self._tools)
        return found

    @property
    def sub_agents(self) -> list[dict[str, Any]]:
        """The agents that it can call: what `SubAgentAttachment` holds. Since promptrails 0.9.0."""
        found: list[dict[str, Any]] = otherwise([])(self._sub_agents)
        return found

    @property
    def guardrails(self) -> list[dict[str, Any]]:
        """The checks of its own: what `GuardrailSpec` holds. Since promptrails 0.9.0."""
        found: list[dict[str, Any]] = otherwise([])(self._guardrails)
        return found
