# Made from wrapper/promptport/promptrails/__init__.py by `python tools/stubs.py`: change that file, never this one.
from . import agent_config as agent_config
from . import async_client as async_client
from . import client as client
from . import config as config
from . import exceptions as exceptions
from . import pagination as pagination
from . import resources as resources
from . import types as types
from ._async.client import AsyncPromptRails as AsyncPromptRails
from ._sync.client import PromptRails as PromptRails
from .agent_config import AgentConfig as AgentConfig
from .agent_config import ChainAgentConfig as ChainAgentConfig
from .agent_config import CompositeAgentConfig as CompositeAgentConfig
from .agent_config import CompositeStep as CompositeStep
from .agent_config import InstallMCPTemplateRequest as InstallMCPTemplateRequest
from .agent_config import MultiAgentConfig as MultiAgentConfig
from .agent_config import PromptLink as PromptLink
from .agent_config import SimpleAgentConfig as SimpleAgentConfig
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
from promptport_api.promptrails.models import Agent as Agent
from promptport_api.promptrails.models import AgentExecution as AgentExecution
from promptport_api.promptrails.models import AgentMemory as AgentMemory
from promptport_api.promptrails.models import AgentVersion as AgentVersion
from promptport_api.promptrails.models import ApprovalRequest as ApprovalRequest
from promptport_api.promptrails.models import Asset as Asset
from promptport_api.promptrails.models import AssetSignedURL as AssetSignedURL
from promptport_api.promptrails.models import AvailableModelEntry as AvailableModelEntry
from promptport_api.promptrails.models import AvailableModelGroup as AvailableModelGroup
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
from promptport_api.promptrails.models import Trace as Trace

VERSION: str
__version__: str

__all__ = [
    "A2AError",
    "Agent",
    "AgentConfig",
    "AgentExecution",
    "AgentMemory",
    "AgentVersion",
    "ApprovalRequest",
    "Asset",
    "AssetSignedURL",
    "AsyncPromptRails",
    "AvailableModelEntry",
    "AvailableModelGroup",
    "ChainAgentConfig",
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
    "MultiAgentConfig",
    "NotFoundError",
    "PaginatedResponse",
    "PaginationMeta",
    "Prompt",
    "PromptLink",
    "PromptRails",
    "PromptRailsError",
    "PromptVersion",
    "RateLimitError",
    "RunPromptResponse",
    "ServerError",
    "SimpleAgentConfig",
    "StreamEvent",
    "ThinkingEvent",
    "TokenUsage",
    "ToolEndEvent",
    "ToolStartEvent",
    "Trace",
    "UnauthorizedError",
    "VERSION",
    "ValidationError",
    "WorkflowAgentConfig",
    "WorkflowNode",
    "__version__",
]
