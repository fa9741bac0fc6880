"""The resources of PromptRails' clients, under the names that `promptrails.resources` has for them: for annotations."""

from promptport_api.promptrails.api.agents import Agents as AgentsResource
from promptport_api.promptrails.api.agents import AsyncAgents as AsyncAgentsResource
from promptport_api.promptrails.api.approvals import Approvals as ApprovalsResource
from promptport_api.promptrails.api.approvals import AsyncApprovals as AsyncApprovalsResource
from promptport_api.promptrails.api.assets import Assets as AssetsResource
from promptport_api.promptrails.api.assets import AsyncAssets as AsyncAssetsResource
from promptport_api.promptrails.api.chat import AsyncChat as AsyncChatResource
from promptport_api.promptrails.api.chat import Chat as ChatResource
from promptport_api.promptrails.api.costs import AsyncCosts as AsyncCostsResource
from promptport_api.promptrails.api.costs import Costs as CostsResource
from promptport_api.promptrails.api.credentials import AsyncCredentials as AsyncCredentialsResource
from promptport_api.promptrails.api.credentials import Credentials as CredentialsResource
from promptport_api.promptrails.api.dashboard import AsyncDashboard as AsyncDashboardResource
from promptport_api.promptrails.api.dashboard import Dashboard as DashboardResource
from promptport_api.promptrails.api.data_sources import AsyncDataSources as AsyncDataSourcesResource
from promptport_api.promptrails.api.data_sources import DataSources as DataSourcesResource
from promptport_api.promptrails.api.executions import AsyncExecutions as AsyncExecutionsResource
from promptport_api.promptrails.api.executions import Executions as ExecutionsResource
from promptport_api.promptrails.api.guardrails import AsyncGuardrails as AsyncGuardrailsResource
from promptport_api.promptrails.api.guardrails import Guardrails as GuardrailsResource
from promptport_api.promptrails.api.llm_models import AsyncLlmModels as AsyncLLMModelsResource
from promptport_api.promptrails.api.llm_models import LlmModels as LLMModelsResource
from promptport_api.promptrails.api.mcp_templates import AsyncMcpTemplates as AsyncMCPTemplatesResource
from promptport_api.promptrails.api.mcp_templates import McpTemplates as MCPTemplatesResource
from promptport_api.promptrails.api.mcp_tools import AsyncMcpTools as AsyncMCPToolsResource
from promptport_api.promptrails.api.mcp_tools import McpTools as MCPToolsResource
from promptport_api.promptrails.api.media import AsyncMedia as AsyncMediaResource
from promptport_api.promptrails.api.media import Media as MediaResource
from promptport_api.promptrails.api.media_models import AsyncMediaModels as AsyncMediaModelsResource
from promptport_api.promptrails.api.media_models import MediaModels as MediaModelsResource
from promptport_api.promptrails.api.memories import AsyncMemories as AsyncMemoriesResource
from promptport_api.promptrails.api.memories import Memories as MemoriesResource
from promptport_api.promptrails.api.prompts import AsyncPrompts as AsyncPromptsResource
from promptport_api.promptrails.api.prompts import Prompts as PromptsResource
from promptport_api.promptrails.api.scores import AsyncScores as AsyncScoresResource
from promptport_api.promptrails.api.scores import Scores as ScoresResource
from promptport_api.promptrails.api.sessions import AsyncSessions as AsyncSessionsResource
from promptport_api.promptrails.api.sessions import Sessions as SessionsResource
from promptport_api.promptrails.api.templates import AsyncTemplates as AsyncTemplatesResource
from promptport_api.promptrails.api.templates import Templates as TemplatesResource
from promptport_api.promptrails.api.traces import AsyncTraces as AsyncTracesResource
from promptport_api.promptrails.api.traces import Traces as TracesResource
from promptport_api.promptrails.api.webhook_triggers import AsyncWebhookTriggers as AsyncWebhookTriggersResource
from promptport_api.promptrails.api.webhook_triggers import WebhookTriggers as WebhookTriggersResource

from ._async.a2a import AsyncA2A as AsyncA2AResource
from ._sync.a2a import A2A as A2AResource  # noqa: N811 # an abbreviation, no constant

__all__ = [
    "A2AResource",
    "AgentsResource",
    "ApprovalsResource",
    "AssetsResource",
    "AsyncA2AResource",
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
