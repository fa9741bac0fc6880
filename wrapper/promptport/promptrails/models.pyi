# Made from wrapper/promptport/promptrails/models.py by `python tools/stubs.py`: change that file, never this one.
from .version_config import ApprovalPolicy as ApprovalPolicy
from .version_config import GuardrailSpec as GuardrailSpec
from .version_config import InstallMCPTemplateRequest as InstallMCPTemplateRequest
from .version_config import ModelConfig as ModelConfig
from .version_config import RunBudget as RunBudget
from promptport_api.promptrails.models import A2AAgentCapabilities as A2AAgentCapabilities
from promptport_api.promptrails.models import A2AAgentCard as A2AAgentCard
from promptport_api.promptrails.models import A2AAgentSkill as A2AAgentSkill
from promptport_api.promptrails.models import A2AArtifact as A2AArtifact
from promptport_api.promptrails.models import A2AMessage as A2AMessage
from promptport_api.promptrails.models import A2APart as A2APart
from promptport_api.promptrails.models import A2ATask as A2ATask
from promptport_api.promptrails.models import A2ATaskStatus as A2ATaskStatus
from promptport_api.promptrails.models import Agent as Agent
from promptport_api.promptrails.models import AgentExecution as AgentExecution
from promptport_api.promptrails.models import AgentMemory as AgentMemory
from promptport_api.promptrails.models import AgentTrigger as AgentTrigger
from promptport_api.promptrails.models import AgentTriggerCreateResponse as AgentTriggerCreateResponse
from promptport_api.promptrails.models import AgentVFSFile as AgentVFSFile
from promptport_api.promptrails.models import AgentVFSGrepMatch as AgentVFSGrepMatch
from promptport_api.promptrails.models import AgentVersion as AgentVersion
from promptport_api.promptrails.models import ApprovalRequest as ApprovalRequest
from promptport_api.promptrails.models import Asset as Asset
from promptport_api.promptrails.models import AssetSignedURL as AssetSignedURL
from promptport_api.promptrails.models import AvailableModelEntry as AvailableModelEntry
from promptport_api.promptrails.models import AvailableModelGroup as AvailableModelGroup
from promptport_api.promptrails.models import ChatFeedbackResponse as ChatFeedbackResponse
from promptport_api.promptrails.models import ChatMessage as ChatMessage
from promptport_api.promptrails.models import ChatSession as ChatSession
from promptport_api.promptrails.models import CostSummary as CostSummary
from promptport_api.promptrails.models import Credential as Credential
from promptport_api.promptrails.models import DashboardMetrics as DashboardMetrics
from promptport_api.promptrails.models import DataSource as DataSource
from promptport_api.promptrails.models import DataSourceVersion as DataSourceVersion
from promptport_api.promptrails.models import ExecutionResult as ExecutionResult
from promptport_api.promptrails.models import FlowTemplate as FlowTemplate
from promptport_api.promptrails.models import Guardrail as Guardrail
from promptport_api.promptrails.models import LLMModel as LLMModel
from promptport_api.promptrails.models import MCPCallToolResult as MCPCallToolResult
from promptport_api.promptrails.models import MCPDiscoverResult as MCPDiscoverResult
from promptport_api.promptrails.models import MCPDiscoveredTool as MCPDiscoveredTool
from promptport_api.promptrails.models import MCPTemplate as MCPTemplate
from promptport_api.promptrails.models import MCPTemplateParameterSpec as MCPTemplateParameterSpec
from promptport_api.promptrails.models import MCPTool as MCPTool
from promptport_api.promptrails.models import MCPToolCallContent as MCPToolCallContent
from promptport_api.promptrails.models import MediaGenerateResult as MediaGenerateResult
from promptport_api.promptrails.models import MediaModel as MediaModel
from promptport_api.promptrails.models import Prompt as Prompt
from promptport_api.promptrails.models import PromptVersion as PromptVersion
from promptport_api.promptrails.models import RunPromptResponse as RunPromptResponse
from promptport_api.promptrails.models import ScannerMeta as ScannerMeta
from promptport_api.promptrails.models import Score as Score
from promptport_api.promptrails.models import ScoreAggregate as ScoreAggregate
from promptport_api.promptrails.models import ScoreConfig as ScoreConfig
from promptport_api.promptrails.models import SessionSummary as SessionSummary
from promptport_api.promptrails.models import Trace as Trace
from promptport_api.promptrails.models import TraceSummary as TraceSummary
from promptport_api.promptrails.models import WebhookTrigger as WebhookTrigger
from promptport_api.promptrails.models import WebhookTriggerCreateResponse as WebhookTriggerCreateResponse

__all__ = [
    "A2AAgentCapabilities",
    "A2AAgentCard",
    "A2AAgentSkill",
    "A2AArtifact",
    "A2AMessage",
    "A2APart",
    "A2ATask",
    "A2ATaskStatus",
    "Agent",
    "AgentExecution",
    "AgentMemory",
    "AgentTrigger",
    "AgentTriggerCreateResponse",
    "AgentVFSFile",
    "AgentVFSGrepMatch",
    "AgentVersion",
    "ApprovalPolicy",
    "ApprovalRequest",
    "Asset",
    "AssetSignedURL",
    "AvailableModelEntry",
    "AvailableModelGroup",
    "ChatFeedbackResponse",
    "ChatMessage",
    "ChatSession",
    "CostSummary",
    "Credential",
    "DashboardMetrics",
    "DataSource",
    "DataSourceVersion",
    "ExecutionResult",
    "FlowTemplate",
    "Guardrail",
    "GuardrailSpec",
    "InstallMCPTemplateRequest",
    "LLMModel",
    "MCPCallToolResult",
    "MCPDiscoverResult",
    "MCPDiscoveredTool",
    "MCPTemplate",
    "MCPTemplateParameterSpec",
    "MCPTool",
    "MCPToolCallContent",
    "MediaGenerateResult",
    "MediaModel",
    "ModelConfig",
    "Prompt",
    "PromptVersion",
    "RunBudget",
    "RunPromptResponse",
    "ScannerMeta",
    "Score",
    "ScoreAggregate",
    "ScoreConfig",
    "SessionSummary",
    "Trace",
    "TraceSummary",
    "WebhookTrigger",
    "WebhookTriggerCreateResponse",
]
