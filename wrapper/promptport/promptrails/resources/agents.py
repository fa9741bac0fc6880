"""The resource `agents`, under the names that `promptrails.resources.agents` has for it."""

from promptport_api.promptrails.api.agents import Agents as AgentsResource
from promptport_api.promptrails.api.agents import AsyncAgents as AsyncAgentsResource

__all__ = ["AgentsResource", "AsyncAgentsResource"]
