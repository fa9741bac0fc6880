"""The resource `agent_triggers`, under the names that `promptrails.resources.agent_triggers` has for it."""

from promptport_api.promptrails.api.agent_triggers import AgentTriggers as AgentTriggersResource
from promptport_api.promptrails.api.agent_triggers import AsyncAgentTriggers as AsyncAgentTriggersResource

__all__ = ["AgentTriggersResource", "AsyncAgentTriggersResource"]
