# Made from wrapper/promptport/promptrails/types.py by `python tools/stubs.py`: change that file, never this one.
from .models import A2AAgentCapabilities as A2AAgentCapabilities
from .models import A2AAgentCard as A2AAgentCard
from .models import A2AAgentSkill as A2AAgentSkill
from .models import A2AArtifact as A2AArtifact
from .models import A2AMessage as A2AMessage
from .models import A2APart as A2APart
from .models import A2ATask as A2ATask
from .models import A2ATaskStatus as A2ATaskStatus
from .models import Agent as Agent
from .models import AgentExecution as AgentExecution
from .models import AgentMemory as AgentMemory
from .models import AgentTrigger as AgentTrigger
from .models import AgentTriggerCreateResponse as AgentTriggerCreateResponse
from .models import AgentVFSFile as AgentVFSFile
from .models import AgentVFSGrepMatch as AgentVFSGrepMatch
from .models import AgentVersion as AgentVersion
from .models import ApprovalPolicy as ApprovalPolicy
from .models import ApprovalRequest as ApprovalRequest
from .models import Asset as Asset
from .models import AssetSignedURL as AssetSignedURL
from .models import AvailableModelEntry as AvailableModelEntry
from .models import AvailableModelGroup as AvailableModelGroup
from .models import ChatFeedbackResponse as ChatFeedbackResponse
from .models import ChatMessage as ChatMessage
from .models import ChatSession as ChatSession
from .models import CostSummary as CostSummary
from .models import Credential as Credential
from .models import DashboardMetrics as DashboardMetrics
from .models import DataSource as DataSource
from .models import DataSourceVersion as DataSourceVersion
from .models import ExecutionResult as ExecutionResult
from .models import FlowTemplate as FlowTemplate
from .models import Guardrail as Guardrail
from .models import GuardrailSpec as GuardrailSpec
from .models import InstallMCPTemplateRequest as InstallMCPTemplateRequest
from .models import LLMModel as LLMModel
from .models import MCPCallToolResult as MCPCallToolResult
from .models import MCPDiscoverResult as MCPDiscoverResult
from .models import MCPDiscoveredTool as MCPDiscoveredTool
from .models import MCPTemplate as MCPTemplate
from .models import MCPTemplateParameterSpec as MCPTemplateParameterSpec
from .models import MCPTool as MCPTool
from .models import MCPToolCallContent as MCPToolCallContent
from .models import MediaGenerateResult as MediaGenerateResult
from .models import MediaModel as MediaModel
from .models import ModelConfig as ModelConfig
from .models import Prompt as Prompt
from .models import PromptVersion as PromptVersion
from .models import RunBudget as RunBudget
from .models import RunPromptResponse as RunPromptResponse
from .models import ScannerMeta as ScannerMeta
from .models import Score as Score
from .models import ScoreAggregate as ScoreAggregate
from .models import ScoreConfig as ScoreConfig
from .models import SessionSummary as SessionSummary
from .models import Trace as Trace
from .models import TraceSummary as TraceSummary
from .models import WebhookTrigger as WebhookTrigger
from .models import WebhookTriggerCreateResponse as WebhookTriggerCreateResponse

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
