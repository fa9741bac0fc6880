"""How an agent works, and what it may call, as `agents.create_version` takes it; under the name of `promptrails.agent_config`.

A plain mapping of the same shape does as well.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, ClassVar


@dataclass
class Part:
    """What a config is made of."""

    def to_dict(self) -> dict[str, Any]:
        """What is sent: every field that is not None. None inside of a free mapping stays."""
        found = {each.name: _plain(getattr(self, each.name)) for each in fields(self)}
        return {name: value for name, value in found.items() if value is not None}


def _plain(value: Any) -> Any:
    if isinstance(value, Part):
        return value.to_dict()
    return [_plain(each) for each in value] if isinstance(value, list | tuple) else value


@dataclass
class PromptLink(Part):
    """A prompt's place in an agent.

    Attributes:
        prompt_id: The prompt.
        role: The part that it plays, such as `step1`.
        sort_order: Its place in the order.
    """

    prompt_id: str
    role: str
    sort_order: int


@dataclass
class WorkflowNode(Part):
    """A step of a workflow.

    Attributes:
        id: Its name in the workflow.
        depends_on: The steps that it waits for.
        prompt_id: The prompt to run.
        node_type: `prompt` or `media`.
        media_provider: Who makes the picture, speech or film.
        media_type: `image`, `speech` or `video`.
        media_model: The provider's name of the model.
        media_config: Settings of that model.
    """

    id: str
    depends_on: Sequence[str] = field(default_factory=list)
    prompt_id: str | None = None
    node_type: str | None = None
    media_provider: str | None = None
    media_type: str | None = None
    media_model: str | None = None
    media_config: Mapping[str, Any] | None = None


@dataclass
class CompositeStep(Part):
    """An agent's place among others.

    Attributes:
        id: Its name among them.
        agent_id: The agent to run.
        depends_on: The steps that it waits for.
        input_mapping: Which output becomes which input.
    """

    id: str
    agent_id: str
    depends_on: Sequence[str] = field(default_factory=list)
    input_mapping: Mapping[str, Any] | None = None


@dataclass
class AgentConfig(Part):
    """The base of the typed configs. What is sent says by `type` which of them it is."""

    type: ClassVar[str] = ""

    def to_dict(self) -> dict[str, Any]:
        """What is sent: every field that is not None, and `type`.

        Raises:
            NotImplementedError: This is the base, which is no config.
        """
        if not self.type:
            raise NotImplementedError("take one of the six typed configs")
        return {**super().to_dict(), "type": self.type}


@dataclass
class PromptAgentConfig(AgentConfig):
    """An agent with one prompt, of PromptRails 0.9 and later; with others that it can call, it is a supervisor.

    Attributes:
        prompt_id: The prompt to run.
    """

    type: ClassVar[str] = "agent"
    prompt_id: str


@dataclass
class SimpleAgentConfig(AgentConfig):
    """An agent with one prompt, before PromptRails 0.9.

    Attributes:
        prompt_id: The prompt to run.
        approval_required: Whether people must agree before it goes on.
        approval_checkpoint_name: What to call the point at which it waits.
        max_tokens: How many tokens an answer has at the most.
        temperature: The sampling temperature.
        llm_model_id: The model, in place of the prompt's.
    """

    type: ClassVar[str] = "simple"
    prompt_id: str
    approval_required: bool = False
    approval_checkpoint_name: str | None = None
    max_tokens: int | None = None
    temperature: float | None = None
    llm_model_id: str | None = None


@dataclass
class ChainAgentConfig(AgentConfig):
    """An agent that runs prompts one after the other, before PromptRails 0.9.

    Attributes:
        prompt_ids: The prompts, in order.
        approval_required: Whether people must agree before it goes on.
        approval_checkpoint_name: What to call the point at which it waits.
    """

    type: ClassVar[str] = "chain"
    prompt_ids: Sequence[PromptLink | Mapping[str, Any]]
    approval_required: bool = False
    approval_checkpoint_name: str | None = None


@dataclass
class MultiAgentConfig(AgentConfig):
    """An agent that gives its prompts different parts, before PromptRails 0.9.

    Attributes:
        prompt_ids: The prompts and their parts.
    """

    type: ClassVar[str] = "multi_agent"
    prompt_ids: Sequence[PromptLink | Mapping[str, Any]]


@dataclass
class WorkflowAgentConfig(AgentConfig):
    """An agent whose steps depend on each other.

    Attributes:
        nodes: The steps.
    """

    type: ClassVar[str] = "workflow"
    nodes: Sequence[WorkflowNode | Mapping[str, Any]]


@dataclass
class CompositeAgentConfig(AgentConfig):
    """An agent made of other agents, before PromptRails 0.9.

    Attributes:
        steps: The agents, and what each waits for.
    """

    type: ClassVar[str] = "composite"
    steps: Sequence[CompositeStep | Mapping[str, Any]]


AnyAgentConfig = (
    PromptAgentConfig
    | WorkflowAgentConfig
    | SimpleAgentConfig
    | ChainAgentConfig
    | MultiAgentConfig
    | CompositeAgentConfig
)


@dataclass
class ToolAttachment(Part):
    """A tool that a version of an agent can call.

    Attributes:
        mcp_tool_id: The tool.
        requires_approval: Whether people must agree to a call; the execution is `waiting_approval` until they have decided.
        no_retry: Whether a call that failed is not tried again.
        sort_order: Its place in the order.
    """

    mcp_tool_id: str
    requires_approval: bool = False
    no_retry: bool = False
    sort_order: int | None = None


@dataclass
class SubAgentAttachment(Part):
    """An agent that a version of another agent can call.

    Attributes:
        agent_id: The agent.
        alias: The name under which it is called.
        description: What it is good for.
        mode: `delegate`, after which the caller goes on, or `handoff`, after which it does not.
        context_mode: What it is given: `task` or `window`.
        requires_approval: Whether people must agree to a call.
        sort_order: Its place in the order.
    """

    agent_id: str
    alias: str
    description: str | None = None
    mode: str | None = None
    context_mode: str | None = None
    requires_approval: bool = False
    sort_order: int | None = None
