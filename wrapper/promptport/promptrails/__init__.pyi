# Made from wrapper/promptport/promptrails/__init__.py by `python tools/stubs.py`: change that file, never this one.
from . import agent_config as agent_config
from . import async_client as async_client
from . import client as client
from . import config as config
from . import exceptions as exceptions
from . import pagination as pagination
from . import resources as resources
from . import tracing as tracing
from . import types as types
from ._async.client import AsyncPromptRails as AsyncPromptRails
from ._sync.client import PromptRails as PromptRails
from .agent_config import AgentConfig as AgentConfig
from .agent_config import ChainAgentConfig as ChainAgentConfig
from .agent_config import CompositeAgentConfig as CompositeAgentConfig
from .agent_config import CompositeStep as CompositeStep
from .agent_config import MultiAgentConfig as MultiAgentConfig
from .agent_config import PromptAgentConfig as PromptAgentConfig
from .agent_config import PromptLink as PromptLink
from .agent_config import SimpleAgentConfig as SimpleAgentConfig
from .agent_config import SubAgentAttachment as SubAgentAttachment
from .agent_config import ToolAttachment as ToolAttachment
from .agent_config import WorkflowAgentConfig as WorkflowAgentConfig
from .agent_config import WorkflowNode as WorkflowNode
from .errors import A2AError as A2AError
from .errors import ForbiddenError as ForbiddenError
from .errors import NotFoundError as NotFoundError
from .errors import PromptRailsError as PromptRailsError
from .errors import RateLimitError as RateLimitError
from .errors import ServerError as ServerError
from .errors import UnauthorizedError as UnauthorizedError
from .errors import ValidationError as ValidationError
from .events import ContentEvent as ContentEvent
from .events import DoneEvent as DoneEvent
from .events import ErrorEvent as ErrorEvent
from .events import ExecutionEvent as ExecutionEvent
from .events import StreamEvent as StreamEvent
from .events import ThinkingEvent as ThinkingEvent
from .events import TokenUsage as TokenUsage
from .events import ToolEndEvent as ToolEndEvent
from .events import ToolStartEvent as ToolStartEvent
from .pagination import PaginatedResponse as PaginatedResponse
from .pagination import PaginationMeta as PaginationMeta
from .version_config import ApprovalPolicy as ApprovalPolicy
from .version_config import GuardrailSpec as GuardrailSpec
from .version_config import InstallMCPTemplateRequest as InstallMCPTemplateRequest
from .version_config import ModelConfig as ModelConfig
from .version_config import RunBudget as RunBudget
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
from promptport_api.promptrails.models import Trace as Trace
from promptport_api.promptrails.models import TraceSummary as TraceSummary

VERSION: str
VERSIONS: tuple[str, ...]
__version__: str

__all__ = [
    "A2AError",
    "Agent",
    "AgentConfig",
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
    "AsyncPromptRails",
    "AvailableModelEntry",
    "AvailableModelGroup",
    "ChainAgentConfig",
    "ChatFeedbackResponse",
    "ChatMessage",
    "ChatSession",
    "CompositeAgentConfig",
    "CompositeStep",
    "ContentEvent",
    "CostSummary",
    "Credential",
    "DataSource",
    "DataSourceVersion",
    "DoneEvent",
    "ErrorEvent",
    "ExecutionEvent",
    "ExecutionResult",
    "FlowTemplate",
    "ForbiddenError",
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
    "MultiAgentConfig",
    "NotFoundError",
    "PaginatedResponse",
    "PaginationMeta",
    "Prompt",
    "PromptAgentConfig",
    "PromptLink",
    "PromptRails",
    "PromptRailsError",
    "PromptVersion",
    "RateLimitError",
    "RunBudget",
    "RunPromptResponse",
    "ScannerMeta",
    "ServerError",
    "SimpleAgentConfig",
    "StreamEvent",
    "SubAgentAttachment",
    "ThinkingEvent",
    "TokenUsage",
    "ToolAttachment",
    "ToolEndEvent",
    "ToolStartEvent",
    "Trace",
    "TraceSummary",
    "UnauthorizedError",
    "VERSION",
    "VERSIONS",
    "ValidationError",
    "WorkflowAgentConfig",
    "WorkflowNode",
    "__version__",
]
