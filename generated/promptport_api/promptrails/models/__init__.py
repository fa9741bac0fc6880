# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""The objects of answers (read-only classes) and of requests (typed dicts), each loaded when it is first used."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .a2a_agent_capabilities import A2AAgentCapabilities as A2AAgentCapabilities
    from .a2a_agent_card import A2AAgentCard as A2AAgentCard
    from .a2a_agent_skill import A2AAgentSkill as A2AAgentSkill
    from .a2a_artifact import A2AArtifact as A2AArtifact
    from .a2a_message import A2AMessage as A2AMessage
    from .a2a_part import A2APart as A2APart
    from .a2a_task import A2ATask as A2ATask
    from .a2a_task_page import A2ATaskPage as A2ATaskPage
    from .a2a_task_status import A2ATaskStatus as A2ATaskStatus
    from .agent import Agent as Agent
    from .agent_create import AgentCreate as AgentCreate
    from .agent_execute import AgentExecute as AgentExecute
    from .agent_execution import AgentExecution as AgentExecution
    from .agent_execution_page import AgentExecutionPage as AgentExecutionPage
    from .agent_memory import AgentMemory as AgentMemory
    from .agent_memory_page import AgentMemoryPage as AgentMemoryPage
    from .agent_page import AgentPage as AgentPage
    from .agent_playground import AgentPlayground as AgentPlayground
    from .agent_preview import AgentPreview as AgentPreview
    from .agent_trigger import AgentTrigger as AgentTrigger
    from .agent_trigger_create import AgentTriggerCreate as AgentTriggerCreate
    from .agent_trigger_create_response import AgentTriggerCreateResponse as AgentTriggerCreateResponse
    from .agent_trigger_page import AgentTriggerPage as AgentTriggerPage
    from .agent_trigger_update import AgentTriggerUpdate as AgentTriggerUpdate
    from .agent_update import AgentUpdate as AgentUpdate
    from .agent_version import AgentVersion as AgentVersion
    from .agent_version_create import AgentVersionCreate as AgentVersionCreate
    from .agent_version_prompt import AgentVersionPrompt as AgentVersionPrompt
    from .agent_vfs_file import AgentVFSFile as AgentVFSFile
    from .agent_vfs_grep_match import AgentVFSGrepMatch as AgentVFSGrepMatch
    from .agent_vfs_path import AgentVFSPath as AgentVFSPath
    from .agent_vfs_transfer import AgentVFSTransfer as AgentVFSTransfer
    from .agent_vfs_write import AgentVFSWrite as AgentVFSWrite
    from .approval_decision import ApprovalDecision as ApprovalDecision
    from .approval_policy import ApprovalPolicy as ApprovalPolicy
    from .approval_request import ApprovalRequest as ApprovalRequest
    from .approval_request_page import ApprovalRequestPage as ApprovalRequestPage
    from .asset import Asset as Asset
    from .asset_page import AssetPage as AssetPage
    from .asset_signed_url import AssetSignedURL as AssetSignedURL
    from .available_model_entry import AvailableModelEntry as AvailableModelEntry
    from .available_model_group import AvailableModelGroup as AvailableModelGroup
    from .chain_agent_config import ChainAgentConfig as ChainAgentConfig
    from .chat_feedback import ChatFeedback as ChatFeedback
    from .chat_feedback_response import ChatFeedbackResponse as ChatFeedbackResponse
    from .chat_message import ChatMessage as ChatMessage
    from .chat_message_create import ChatMessageCreate as ChatMessageCreate
    from .chat_message_page import ChatMessagePage as ChatMessagePage
    from .chat_session import ChatSession as ChatSession
    from .chat_session_create import ChatSessionCreate as ChatSessionCreate
    from .chat_session_page import ChatSessionPage as ChatSessionPage
    from .composite_agent_config import CompositeAgentConfig as CompositeAgentConfig
    from .composite_step import CompositeStep as CompositeStep
    from .content_event import ContentEvent as ContentEvent
    from .cost_summary import CostSummary as CostSummary
    from .credential import Credential as Credential
    from .credential_create import CredentialCreate as CredentialCreate
    from .credential_page import CredentialPage as CredentialPage
    from .credential_update import CredentialUpdate as CredentialUpdate
    from .dashboard_metrics import DashboardMetrics as DashboardMetrics
    from .data_source import DataSource as DataSource
    from .data_source_create import DataSourceCreate as DataSourceCreate
    from .data_source_page import DataSourcePage as DataSourcePage
    from .data_source_update import DataSourceUpdate as DataSourceUpdate
    from .data_source_version import DataSourceVersion as DataSourceVersion
    from .data_source_version_create import DataSourceVersionCreate as DataSourceVersionCreate
    from .done_event import DoneEvent as DoneEvent
    from .error_event import ErrorEvent as ErrorEvent
    from .execution_decision import ExecutionDecision as ExecutionDecision
    from .execution_event import ExecutionEvent as ExecutionEvent
    from .execution_result import ExecutionResult as ExecutionResult
    from .flow_template import FlowTemplate as FlowTemplate
    from .flow_template_page import FlowTemplatePage as FlowTemplatePage
    from .guardrail import Guardrail as Guardrail
    from .guardrail_create import GuardrailCreate as GuardrailCreate
    from .guardrail_spec import GuardrailSpec as GuardrailSpec
    from .guardrail_update import GuardrailUpdate as GuardrailUpdate
    from .llm_model import LLMModel as LLMModel
    from .llm_model_page import LLMModelPage as LLMModelPage
    from .mcp_call_tool_result import MCPCallToolResult as MCPCallToolResult
    from .mcp_discover_result import MCPDiscoverResult as MCPDiscoverResult
    from .mcp_discovered_tool import MCPDiscoveredTool as MCPDiscoveredTool
    from .mcp_template import MCPTemplate as MCPTemplate
    from .mcp_template_install import MCPTemplateInstall as MCPTemplateInstall
    from .mcp_template_page import MCPTemplatePage as MCPTemplatePage
    from .mcp_template_parameter_spec import MCPTemplateParameterSpec as MCPTemplateParameterSpec
    from .mcp_tool import MCPTool as MCPTool
    from .mcp_tool_call import MCPToolCall as MCPToolCall
    from .mcp_tool_call_content import MCPToolCallContent as MCPToolCallContent
    from .mcp_tool_create import MCPToolCreate as MCPToolCreate
    from .mcp_tool_page import MCPToolPage as MCPToolPage
    from .mcp_tool_update import MCPToolUpdate as MCPToolUpdate
    from .media_generate import MediaGenerate as MediaGenerate
    from .media_generate_result import MediaGenerateResult as MediaGenerateResult
    from .media_model import MediaModel as MediaModel
    from .memory_create import MemoryCreate as MemoryCreate
    from .memory_search import MemorySearch as MemorySearch
    from .model_config import ModelConfig as ModelConfig
    from .multi_agent_config import MultiAgentConfig as MultiAgentConfig
    from .pagination_meta import PaginationMeta as PaginationMeta
    from .prompt import Prompt as Prompt
    from .prompt_agent_config import PromptAgentConfig as PromptAgentConfig
    from .prompt_create import PromptCreate as PromptCreate
    from .prompt_link import PromptLink as PromptLink
    from .prompt_page import PromptPage as PromptPage
    from .prompt_preview import PromptPreview as PromptPreview
    from .prompt_run import PromptRun as PromptRun
    from .prompt_update import PromptUpdate as PromptUpdate
    from .prompt_version import PromptVersion as PromptVersion
    from .prompt_version_create import PromptVersionCreate as PromptVersionCreate
    from .query import Query as Query
    from .query_preview import QueryPreview as QueryPreview
    from .rpc_cancel_task import RPCCancelTask as RPCCancelTask
    from .rpc_configuration import RPCConfiguration as RPCConfiguration
    from .rpc_error import RPCError as RPCError
    from .rpc_get_task import RPCGetTask as RPCGetTask
    from .rpc_message import RPCMessage as RPCMessage
    from .rpc_message_params import RPCMessageParams as RPCMessageParams
    from .rpc_part import RPCPart as RPCPart
    from .rpc_send_message import RPCSendMessage as RPCSendMessage
    from .rpc_task_params import RPCTaskParams as RPCTaskParams
    from .run_budget import RunBudget as RunBudget
    from .run_prompt_response import RunPromptResponse as RunPromptResponse
    from .scanner_meta import ScannerMeta as ScannerMeta
    from .score import Score as Score
    from .score_aggregate import ScoreAggregate as ScoreAggregate
    from .score_config import ScoreConfig as ScoreConfig
    from .score_config_create import ScoreConfigCreate as ScoreConfigCreate
    from .score_config_page import ScoreConfigPage as ScoreConfigPage
    from .score_config_update import ScoreConfigUpdate as ScoreConfigUpdate
    from .score_create import ScoreCreate as ScoreCreate
    from .score_page import ScorePage as ScorePage
    from .score_update import ScoreUpdate as ScoreUpdate
    from .session_summary import SessionSummary as SessionSummary
    from .session_summary_page import SessionSummaryPage as SessionSummaryPage
    from .simple_agent_config import SimpleAgentConfig as SimpleAgentConfig
    from .span import Span as Span
    from .span_batch import SpanBatch as SpanBatch
    from .sub_agent_attachment import SubAgentAttachment as SubAgentAttachment
    from .thinking_event import ThinkingEvent as ThinkingEvent
    from .token_usage import TokenUsage as TokenUsage
    from .tool_attachment import ToolAttachment as ToolAttachment
    from .tool_end_event import ToolEndEvent as ToolEndEvent
    from .tool_start_event import ToolStartEvent as ToolStartEvent
    from .trace import Trace as Trace
    from .trace_page import TracePage as TracePage
    from .trace_summary import TraceSummary as TraceSummary
    from .webhook_trigger import WebhookTrigger as WebhookTrigger
    from .webhook_trigger_create import WebhookTriggerCreate as WebhookTriggerCreate
    from .webhook_trigger_create_response import WebhookTriggerCreateResponse as WebhookTriggerCreateResponse
    from .webhook_trigger_page import WebhookTriggerPage as WebhookTriggerPage
    from .webhook_trigger_update import WebhookTriggerUpdate as WebhookTriggerUpdate
    from .workflow_agent_config import WorkflowAgentConfig as WorkflowAgentConfig
    from .workflow_node import WorkflowNode as WorkflowNode

_MODULES: dict[str, str] = {
    "A2AAgentCapabilities": ".a2a_agent_capabilities",
    "A2AAgentCard": ".a2a_agent_card",
    "A2AAgentSkill": ".a2a_agent_skill",
    "A2AArtifact": ".a2a_artifact",
    "A2AMessage": ".a2a_message",
    "A2APart": ".a2a_part",
    "A2ATask": ".a2a_task",
    "A2ATaskPage": ".a2a_task_page",
    "A2ATaskStatus": ".a2a_task_status",
    "Agent": ".agent",
    "AgentCreate": ".agent_create",
    "AgentExecute": ".agent_execute",
    "AgentExecution": ".agent_execution",
    "AgentExecutionPage": ".agent_execution_page",
    "AgentMemory": ".agent_memory",
    "AgentMemoryPage": ".agent_memory_page",
    "AgentPage": ".agent_page",
    "AgentPlayground": ".agent_playground",
    "AgentPreview": ".agent_preview",
    "AgentTrigger": ".agent_trigger",
    "AgentTriggerCreate": ".agent_trigger_create",
    "AgentTriggerCreateResponse": ".agent_trigger_create_response",
    "AgentTriggerPage": ".agent_trigger_page",
    "AgentTriggerUpdate": ".agent_trigger_update",
    "AgentUpdate": ".agent_update",
    "AgentVersion": ".agent_version",
    "AgentVersionCreate": ".agent_version_create",
    "AgentVersionPrompt": ".agent_version_prompt",
    "AgentVFSFile": ".agent_vfs_file",
    "AgentVFSGrepMatch": ".agent_vfs_grep_match",
    "AgentVFSPath": ".agent_vfs_path",
    "AgentVFSTransfer": ".agent_vfs_transfer",
    "AgentVFSWrite": ".agent_vfs_write",
    "ApprovalDecision": ".approval_decision",
    "ApprovalPolicy": ".approval_policy",
    "ApprovalRequest": ".approval_request",
    "ApprovalRequestPage": ".approval_request_page",
    "Asset": ".asset",
    "AssetPage": ".asset_page",
    "AssetSignedURL": ".asset_signed_url",
    "AvailableModelEntry": ".available_model_entry",
    "AvailableModelGroup": ".available_model_group",
    "ChainAgentConfig": ".chain_agent_config",
    "ChatFeedback": ".chat_feedback",
    "ChatFeedbackResponse": ".chat_feedback_response",
    "ChatMessage": ".chat_message",
    "ChatMessageCreate": ".chat_message_create",
    "ChatMessagePage": ".chat_message_page",
    "ChatSession": ".chat_session",
    "ChatSessionCreate": ".chat_session_create",
    "ChatSessionPage": ".chat_session_page",
    "CompositeAgentConfig": ".composite_agent_config",
    "CompositeStep": ".composite_step",
    "ContentEvent": ".content_event",
    "CostSummary": ".cost_summary",
    "Credential": ".credential",
    "CredentialCreate": ".credential_create",
    "CredentialPage": ".credential_page",
    "CredentialUpdate": ".credential_update",
    "DashboardMetrics": ".dashboard_metrics",
    "DataSource": ".data_source",
    "DataSourceCreate": ".data_source_create",
    "DataSourcePage": ".data_source_page",
    "DataSourceUpdate": ".data_source_update",
    "DataSourceVersion": ".data_source_version",
    "DataSourceVersionCreate": ".data_source_version_create",
    "DoneEvent": ".done_event",
    "ErrorEvent": ".error_event",
    "ExecutionDecision": ".execution_decision",
    "ExecutionEvent": ".execution_event",
    "ExecutionResult": ".execution_result",
    "FlowTemplate": ".flow_template",
    "FlowTemplatePage": ".flow_template_page",
    "Guardrail": ".guardrail",
    "GuardrailCreate": ".guardrail_create",
    "GuardrailSpec": ".guardrail_spec",
    "GuardrailUpdate": ".guardrail_update",
    "LLMModel": ".llm_model",
    "LLMModelPage": ".llm_model_page",
    "MCPCallToolResult": ".mcp_call_tool_result",
    "MCPDiscoverResult": ".mcp_discover_result",
    "MCPDiscoveredTool": ".mcp_discovered_tool",
    "MCPTemplate": ".mcp_template",
    "MCPTemplateInstall": ".mcp_template_install",
    "MCPTemplatePage": ".mcp_template_page",
    "MCPTemplateParameterSpec": ".mcp_template_parameter_spec",
    "MCPTool": ".mcp_tool",
    "MCPToolCall": ".mcp_tool_call",
    "MCPToolCallContent": ".mcp_tool_call_content",
    "MCPToolCreate": ".mcp_tool_create",
    "MCPToolPage": ".mcp_tool_page",
    "MCPToolUpdate": ".mcp_tool_update",
    "MediaGenerate": ".media_generate",
    "MediaGenerateResult": ".media_generate_result",
    "MediaModel": ".media_model",
    "MemoryCreate": ".memory_create",
    "MemorySearch": ".memory_search",
    "ModelConfig": ".model_config",
    "MultiAgentConfig": ".multi_agent_config",
    "PaginationMeta": ".pagination_meta",
    "Prompt": ".prompt",
    "PromptAgentConfig": ".prompt_agent_config",
    "PromptCreate": ".prompt_create",
    "PromptLink": ".prompt_link",
    "PromptPage": ".prompt_page",
    "PromptPreview": ".prompt_preview",
    "PromptRun": ".prompt_run",
    "PromptUpdate": ".prompt_update",
    "PromptVersion": ".prompt_version",
    "PromptVersionCreate": ".prompt_version_create",
    "Query": ".query",
    "QueryPreview": ".query_preview",
    "RPCCancelTask": ".rpc_cancel_task",
    "RPCConfiguration": ".rpc_configuration",
    "RPCError": ".rpc_error",
    "RPCGetTask": ".rpc_get_task",
    "RPCMessage": ".rpc_message",
    "RPCMessageParams": ".rpc_message_params",
    "RPCPart": ".rpc_part",
    "RPCSendMessage": ".rpc_send_message",
    "RPCTaskParams": ".rpc_task_params",
    "RunBudget": ".run_budget",
    "RunPromptResponse": ".run_prompt_response",
    "ScannerMeta": ".scanner_meta",
    "Score": ".score",
    "ScoreAggregate": ".score_aggregate",
    "ScoreConfig": ".score_config",
    "ScoreConfigCreate": ".score_config_create",
    "ScoreConfigPage": ".score_config_page",
    "ScoreConfigUpdate": ".score_config_update",
    "ScoreCreate": ".score_create",
    "ScorePage": ".score_page",
    "ScoreUpdate": ".score_update",
    "SessionSummary": ".session_summary",
    "SessionSummaryPage": ".session_summary_page",
    "SimpleAgentConfig": ".simple_agent_config",
    "Span": ".span",
    "SpanBatch": ".span_batch",
    "SubAgentAttachment": ".sub_agent_attachment",
    "ThinkingEvent": ".thinking_event",
    "TokenUsage": ".token_usage",
    "ToolAttachment": ".tool_attachment",
    "ToolEndEvent": ".tool_end_event",
    "ToolStartEvent": ".tool_start_event",
    "Trace": ".trace",
    "TracePage": ".trace_page",
    "TraceSummary": ".trace_summary",
    "WebhookTrigger": ".webhook_trigger",
    "WebhookTriggerCreate": ".webhook_trigger_create",
    "WebhookTriggerCreateResponse": ".webhook_trigger_create_response",
    "WebhookTriggerPage": ".webhook_trigger_page",
    "WebhookTriggerUpdate": ".webhook_trigger_update",
    "WorkflowAgentConfig": ".workflow_agent_config",
    "WorkflowNode": ".workflow_node",
}

__all__ = (  # noqa: PLE0604 # a tuple of the names above
    "A2AAgentCapabilities",
    "A2AAgentCard",
    "A2AAgentSkill",
    "A2AArtifact",
    "A2AMessage",
    "A2APart",
    "A2ATask",
    "A2ATaskPage",
    "A2ATaskStatus",
    "Agent",
    "AgentCreate",
    "AgentExecute",
    "AgentExecution",
    "AgentExecutionPage",
    "AgentMemory",
    "AgentMemoryPage",
    "AgentPage",
    "AgentPlayground",
    "AgentPreview",
    "AgentTrigger",
    "AgentTriggerCreate",
    "AgentTriggerCreateResponse",
    "AgentTriggerPage",
    "AgentTriggerUpdate",
    "AgentUpdate",
    "AgentVersion",
    "AgentVersionCreate",
    "AgentVersionPrompt",
    "AgentVFSFile",
    "AgentVFSGrepMatch",
    "AgentVFSPath",
    "AgentVFSTransfer",
    "AgentVFSWrite",
    "ApprovalDecision",
    "ApprovalPolicy",
    "ApprovalRequest",
    "ApprovalRequestPage",
    "Asset",
    "AssetPage",
    "AssetSignedURL",
    "AvailableModelEntry",
    "AvailableModelGroup",
    "ChainAgentConfig",
    "ChatFeedback",
    "ChatFeedbackResponse",
    "ChatMessage",
    "ChatMessageCreate",
    "ChatMessagePage",
    "ChatSession",
    "ChatSessionCreate",
    "ChatSessionPage",
    "CompositeAgentConfig",
    "CompositeStep",
    "ContentEvent",
    "CostSummary",
    "Credential",
    "CredentialCreate",
    "CredentialPage",
    "CredentialUpdate",
    "DashboardMetrics",
    "DataSource",
    "DataSourceCreate",
    "DataSourcePage",
    "DataSourceUpdate",
    "DataSourceVersion",
    "DataSourceVersionCreate",
    "DoneEvent",
    "ErrorEvent",
    "ExecutionDecision",
    "ExecutionEvent",
    "ExecutionResult",
    "FlowTemplate",
    "FlowTemplatePage",
    "Guardrail",
    "GuardrailCreate",
    "GuardrailSpec",
    "GuardrailUpdate",
    "LLMModel",
    "LLMModelPage",
    "MCPCallToolResult",
    "MCPDiscoveredTool",
    "MCPDiscoverResult",
    "MCPTemplate",
    "MCPTemplateInstall",
    "MCPTemplatePage",
    "MCPTemplateParameterSpec",
    "MCPTool",
    "MCPToolCall",
    "MCPToolCallContent",
    "MCPToolCreate",
    "MCPToolPage",
    "MCPToolUpdate",
    "MediaGenerate",
    "MediaGenerateResult",
    "MediaModel",
    "MemoryCreate",
    "MemorySearch",
    "ModelConfig",
    "MultiAgentConfig",
    "PaginationMeta",
    "Prompt",
    "PromptAgentConfig",
    "PromptCreate",
    "PromptLink",
    "PromptPage",
    "PromptPreview",
    "PromptRun",
    "PromptUpdate",
    "PromptVersion",
    "PromptVersionCreate",
    "Query",
    "QueryPreview",
    "RPCCancelTask",
    "RPCConfiguration",
    "RPCError",
    "RPCGetTask",
    "RPCMessage",
    "RPCMessageParams",
    "RPCPart",
    "RPCSendMessage",
    "RPCTaskParams",
    "RunBudget",
    "RunPromptResponse",
    "ScannerMeta",
    "Score",
    "ScoreAggregate",
    "ScoreConfig",
    "ScoreConfigCreate",
    "ScoreConfigPage",
    "ScoreConfigUpdate",
    "ScoreCreate",
    "ScorePage",
    "ScoreUpdate",
    "SessionSummary",
    "SessionSummaryPage",
    "SimpleAgentConfig",
    "Span",
    "SpanBatch",
    "SubAgentAttachment",
    "ThinkingEvent",
    "TokenUsage",
    "ToolAttachment",
    "ToolEndEvent",
    "ToolStartEvent",
    "Trace",
    "TracePage",
    "TraceSummary",
    "WebhookTrigger",
    "WebhookTriggerCreate",
    "WebhookTriggerCreateResponse",
    "WebhookTriggerPage",
    "WebhookTriggerUpdate",
    "WorkflowAgentConfig",
    "WorkflowNode",
)


if not TYPE_CHECKING:  # a type checker must go on to find misspelt names

    def __getattr__(name: str) -> Any:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = found = getattr(import_module(_MODULES[name], __name__), name)
        return found
