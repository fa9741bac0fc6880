# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""The resources of the platform, for any sender."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from promptport.model import AsyncSender, Releases, Scheme, Sender

if TYPE_CHECKING:
    from .api.a2a import A2a, AsyncA2a
    from .api.agent_triggers import AgentTriggers, AsyncAgentTriggers
    from .api.agent_vfs import AgentVfs, AsyncAgentVfs
    from .api.agents import Agents, AsyncAgents
    from .api.approvals import Approvals, AsyncApprovals
    from .api.assets import Assets, AsyncAssets
    from .api.chat import AsyncChat, Chat
    from .api.costs import AsyncCosts, Costs
    from .api.credentials import AsyncCredentials, Credentials
    from .api.dashboard import AsyncDashboard, Dashboard
    from .api.data_sources import AsyncDataSources, DataSources
    from .api.executions import AsyncExecutions, Executions
    from .api.guardrails import AsyncGuardrails, Guardrails
    from .api.llm_models import AsyncLlmModels, LlmModels
    from .api.mcp_templates import AsyncMcpTemplates, McpTemplates
    from .api.mcp_tools import AsyncMcpTools, McpTools
    from .api.media import AsyncMedia, Media
    from .api.media_models import AsyncMediaModels, MediaModels
    from .api.memories import AsyncMemories, Memories
    from .api.prompts import AsyncPrompts, Prompts
    from .api.scores import AsyncScores, Scores
    from .api.sessions import AsyncSessions, Sessions
    from .api.templates import AsyncTemplates, Templates
    from .api.traces import AsyncTraces, Traces
    from .api.webhook_triggers import AsyncWebhookTriggers, WebhookTriggers

SCHEMES: Mapping[str, Scheme] = {
    "key": Scheme("header", "X-API-Key"),
}

RELEASES = Releases("promptrails", ("0.3.0", "0.4.0", "0.5.0", "0.6.0", "0.7.0", "0.8.0", "0.9.0", "0.9.1", "0.9.2"))


class Client:
    """PromptRails API."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @cached_property
    def agents(self) -> Agents:
        """Agents: their versions, runs, guardrails and memories."""
        from .api.agents import Agents

        return Agents(self._sender)

    @cached_property
    def prompts(self) -> Prompts:
        """Prompts: their versions and runs."""
        from .api.prompts import Prompts

        return Prompts(self._sender)

    @cached_property
    def executions(self) -> Executions:
        """Runs of agents."""
        from .api.executions import Executions

        return Executions(self._sender)

    @cached_property
    def credentials(self) -> Credentials:
        """Secrets that the platform keeps for models, sources and tools."""
        from .api.credentials import Credentials

        return Credentials(self._sender)

    @cached_property
    def data_sources(self) -> DataSources:
        """Sources that agents can query."""
        from .api.data_sources import DataSources

        return DataSources(self._sender)

    @cached_property
    def chat(self) -> Chat:
        """Conversations with agents."""
        from .api.chat import Chat

        return Chat(self._sender)

    @cached_property
    def sessions(self) -> Sessions:
        """Sessions, as the traces have them."""
        from .api.sessions import Sessions

        return Sessions(self._sender)

    @cached_property
    def memories(self) -> Memories:
        """What agents remember."""
        from .api.memories import Memories

        return Memories(self._sender)

    @cached_property
    def traces(self) -> Traces:
        """What happened inside of runs, span by span."""
        from .api.traces import Traces

        return Traces(self._sender)

    @cached_property
    def costs(self) -> Costs:
        """What runs cost."""
        from .api.costs import Costs

        return Costs(self._sender)

    @cached_property
    def mcp_tools(self) -> McpTools:
        """Tools that agents can call."""
        from .api.mcp_tools import McpTools

        return McpTools(self._sender)

    @cached_property
    def mcp_templates(self) -> McpTemplates:
        """Tools of the marketplace, to be installed."""
        from .api.mcp_templates import McpTemplates

        return McpTemplates(self._sender)

    @cached_property
    def guardrails(self) -> Guardrails:
        """Checks of what goes into agents and comes out of them."""
        from .api.guardrails import Guardrails

        return Guardrails(self._sender)

    @cached_property
    def approvals(self) -> Approvals:
        """Runs that wait for people."""
        from .api.approvals import Approvals

        return Approvals(self._sender)

    @cached_property
    def scores(self) -> Scores:
        """Verdicts on traces, and what they look like."""
        from .api.scores import Scores

        return Scores(self._sender)

    @cached_property
    def templates(self) -> Templates:
        """Agents to begin with."""
        from .api.templates import Templates

        return Templates(self._sender)

    @cached_property
    def dashboard(self) -> Dashboard:
        """The numbers of a workspace."""
        from .api.dashboard import Dashboard

        return Dashboard(self._sender)

    @cached_property
    def a2a(self) -> A2a:
        """Agents that call agents."""
        from .api.a2a import A2a

        return A2a(self._sender)

    @cached_property
    def llm_models(self) -> LlmModels:
        """The models that prompts run on."""
        from .api.llm_models import LlmModels

        return LlmModels(self._sender)

    @cached_property
    def webhook_triggers(self) -> WebhookTriggers:
        """Addresses that run an agent when they are called."""
        from .api.webhook_triggers import WebhookTriggers

        return WebhookTriggers(self._sender)

    @cached_property
    def agent_triggers(self) -> AgentTriggers:
        """What runs an agent: calls of an address, messages of a chat, a clock."""
        from .api.agent_triggers import AgentTriggers

        return AgentTriggers(self._sender)

    @cached_property
    def agent_vfs(self) -> AgentVfs:
        """The files of an agent, which outlive its runs."""
        from .api.agent_vfs import AgentVfs

        return AgentVfs(self._sender)

    @cached_property
    def media_models(self) -> MediaModels:
        """The models that make pictures, speech and films."""
        from .api.media_models import MediaModels

        return MediaModels(self._sender)

    @cached_property
    def media(self) -> Media:
        """Pictures, speech and films."""
        from .api.media import Media

        return Media(self._sender)

    @cached_property
    def assets(self) -> Assets:
        """Files that the platform keeps."""
        from .api.assets import Assets

        return Assets(self._sender)


class AsyncClient:
    """PromptRails API, for asyncio."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @cached_property
    def agents(self) -> AsyncAgents:
        """Agents: their versions, runs, guardrails and memories."""
        from .api.agents import AsyncAgents

        return AsyncAgents(self._sender)

    @cached_property
    def prompts(self) -> AsyncPrompts:
        """Prompts: their versions and runs."""
        from .api.prompts import AsyncPrompts

        return AsyncPrompts(self._sender)

    @cached_property
    def executions(self) -> AsyncExecutions:
        """Runs of agents."""
        from .api.executions import AsyncExecutions

        return AsyncExecutions(self._sender)

    @cached_property
    def credentials(self) -> AsyncCredentials:
        """Secrets that the platform keeps for models, sources and tools."""
        from .api.credentials import AsyncCredentials

        return AsyncCredentials(self._sender)

    @cached_property
    def data_sources(self) -> AsyncDataSources:
        """Sources that agents can query."""
        from .api.data_sources import AsyncDataSources

        return AsyncDataSources(self._sender)

    @cached_property
    def chat(self) -> AsyncChat:
        """Conversations with agents."""
        from .api.chat import AsyncChat

        return AsyncChat(self._sender)

    @cached_property
    def sessions(self) -> AsyncSessions:
        """Sessions, as the traces have them."""
        from .api.sessions import AsyncSessions

        return AsyncSessions(self._sender)

    @cached_property
    def memories(self) -> AsyncMemories:
        """What agents remember."""
        from .api.memories import AsyncMemories

        return AsyncMemories(self._sender)

    @cached_property
    def traces(self) -> AsyncTraces:
        """What happened inside of runs, span by span."""
        from .api.traces import AsyncTraces

        return AsyncTraces(self._sender)

    @cached_property
    def costs(self) -> AsyncCosts:
        """What runs cost."""
        from .api.costs import AsyncCosts

        return AsyncCosts(self._sender)

    @cached_property
    def mcp_tools(self) -> AsyncMcpTools:
        """Tools that agents can call."""
        from .api.mcp_tools import AsyncMcpTools

        return AsyncMcpTools(self._sender)

    @cached_property
    def mcp_templates(self) -> AsyncMcpTemplates:
        """Tools of the marketplace, to be installed."""
        from .api.mcp_templates import AsyncMcpTemplates

        return AsyncMcpTemplates(self._sender)

    @cached_property
    def guardrails(self) -> AsyncGuardrails:
        """Checks of what goes into agents and comes out of them."""
        from .api.guardrails import AsyncGuardrails

        return AsyncGuardrails(self._sender)

    @cached_property
    def approvals(self) -> AsyncApprovals:
        """Runs that wait for people."""
        from .api.approvals import AsyncApprovals

        return AsyncApprovals(self._sender)

    @cached_property
    def scores(self) -> AsyncScores:
        """Verdicts on traces, and what they look like."""
        from .api.scores import AsyncScores

        return AsyncScores(self._sender)

    @cached_property
    def templates(self) -> AsyncTemplates:
        """Agents to begin with."""
        from .api.templates import AsyncTemplates

        return AsyncTemplates(self._sender)

    @cached_property
    def dashboard(self) -> AsyncDashboard:
        """The numbers of a workspace."""
        from .api.dashboard import AsyncDashboard

        return AsyncDashboard(self._sender)

    @cached_property
    def a2a(self) -> AsyncA2a:
        """Agents that call agents."""
        from .api.a2a import AsyncA2a

        return AsyncA2a(self._sender)

    @cached_property
    def llm_models(self) -> AsyncLlmModels:
        """The models that prompts run on."""
        from .api.llm_models import AsyncLlmModels

        return AsyncLlmModels(self._sender)

    @cached_property
    def webhook_triggers(self) -> AsyncWebhookTriggers:
        """Addresses that run an agent when they are called."""
        from .api.webhook_triggers import AsyncWebhookTriggers

        return AsyncWebhookTriggers(self._sender)

    @cached_property
    def agent_triggers(self) -> AsyncAgentTriggers:
        """What runs an agent: calls of an address, messages of a chat, a clock."""
        from .api.agent_triggers import AsyncAgentTriggers

        return AsyncAgentTriggers(self._sender)

    @cached_property
    def agent_vfs(self) -> AsyncAgentVfs:
        """The files of an agent, which outlive its runs."""
        from .api.agent_vfs import AsyncAgentVfs

        return AsyncAgentVfs(self._sender)

    @cached_property
    def media_models(self) -> AsyncMediaModels:
        """The models that make pictures, speech and films."""
        from .api.media_models import AsyncMediaModels

        return AsyncMediaModels(self._sender)

    @cached_property
    def media(self) -> AsyncMedia:
        """Pictures, speech and films."""
        from .api.media import AsyncMedia

        return AsyncMedia(self._sender)

    @cached_property
    def assets(self) -> AsyncAssets:
        """Files that the platform keeps."""
        from .api.assets import AsyncAssets

        return AsyncAssets(self._sender)
