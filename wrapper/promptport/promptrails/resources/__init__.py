"""The resources of PromptRails' clients, under the names that `promptrails.resources` has for them: for annotations."""

from .a2a import A2AResource, AsyncA2AResource
from .agent_triggers import AgentTriggersResource, AsyncAgentTriggersResource
from .agent_vfs import AgentVFSResource, AsyncAgentVFSResource
from .agents import AgentsResource, AsyncAgentsResource
from .approvals import ApprovalsResource, AsyncApprovalsResource
from .assets import AssetsResource, AsyncAssetsResource
from .chat import AsyncChatResource, ChatResource
from .costs import AsyncCostsResource, CostsResource
from .credentials import AsyncCredentialsResource, CredentialsResource
from .dashboard import AsyncDashboardResource, DashboardResource
from .data_sources import AsyncDataSourcesResource, DataSourcesResource
from .executions import AsyncExecutionsResource, ExecutionsResource
from .guardrails import AsyncGuardrailsResource, GuardrailsResource
from .llm_models import AsyncLLMModelsResource, LLMModelsResource
from .mcp_templates import AsyncMCPTemplatesResource, MCPTemplatesResource
from .mcp_tools import AsyncMCPToolsResource, MCPToolsResource
from .media import AsyncMediaResource, MediaResource
from .media_models import AsyncMediaModelsResource, MediaModelsResource
from .memories import AsyncMemoriesResource, MemoriesResource
from .prompts import AsyncPromptsResource, PromptsResource
from .scores import AsyncScoresResource, ScoresResource
from .sessions import AsyncSessionsResource, SessionsResource
from .templates import AsyncTemplatesResource, TemplatesResource
from .traces import AsyncTracesResource, TracesResource
from .webhook_triggers import AsyncWebhookTriggersResource, WebhookTriggersResource

__all__ = [
    "A2AResource",
    "AgentTriggersResource",
    "AgentVFSResource",
    "AgentsResource",
    "ApprovalsResource",
    "AssetsResource",
    "AsyncA2AResource",
    "AsyncAgentTriggersResource",
    "AsyncAgentVFSResource",
    "AsyncAgentsResource",
    "AsyncApprovalsResource",
    "AsyncAssetsResource",
    "AsyncChatResource",
    "AsyncCostsResource",
    "AsyncCredentialsResource",
    "AsyncDashboardResource",
    "AsyncDataSourcesResource",
    "AsyncExecutionsResource",
    "AsyncGuardrailsResource",
    "AsyncLLMModelsResource",
    "AsyncMCPTemplatesResource",
    "AsyncMCPToolsResource",
    "AsyncMediaModelsResource",
    "AsyncMediaResource",
    "AsyncMemoriesResource",
    "AsyncPromptsResource",
    "AsyncScoresResource",
    "AsyncSessionsResource",
    "AsyncTemplatesResource",
    "AsyncTracesResource",
    "AsyncWebhookTriggersResource",
    "ChatResource",
    "CostsResource",
    "CredentialsResource",
    "DashboardResource",
    "DataSourcesResource",
    "ExecutionsResource",
    "GuardrailsResource",
    "LLMModelsResource",
    "MCPTemplatesResource",
    "MCPToolsResource",
    "MediaModelsResource",
    "MediaResource",
    "MemoriesResource",
    "PromptsResource",
    "ScoresResource",
    "SessionsResource",
    "TemplatesResource",
    "TracesResource",
    "WebhookTriggersResource",
]
