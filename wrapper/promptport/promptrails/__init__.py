"""PromptRails: the client of its API, a drop-in for `promptrails` of every release from 0.3.0 to 0.9.2.

Change `from promptrails import PromptRails` to `from promptport.promptrails import PromptRails`; the rest of a program
stands.
"""

from .._lazy import lazy

VERSION = __version__ = "0.3.0"  # of promptrails, as its documents print it
VERSIONS: tuple[str, ...] = (
    "0.3.0",
    "0.4.0",
    "0.5.0",
    "0.6.0",
    "0.7.0",
    "0.8.0",
    "0.9.0",
    "0.9.1",
    "0.9.2",
)  # the releases that are covered

__all__, __getattr__ = lazy(
    __name__,
    {
        "._async.client": ["AsyncPromptRails"],
        "._sync.client": ["PromptRails"],
        ".agent_config": [
            "AgentConfig", "ChainAgentConfig", "CompositeAgentConfig", "CompositeStep",
            "MultiAgentConfig", "PromptAgentConfig", "PromptLink", "SimpleAgentConfig", "SubAgentAttachment",
            "ToolAttachment", "WorkflowAgentConfig", "WorkflowNode",
        ],
        ".events": [
            "ContentEvent", "DoneEvent", "ErrorEvent", "ExecutionEvent", "StreamEvent", "ThinkingEvent",
            "TokenUsage", "ToolEndEvent", "ToolStartEvent",
        ],
        ".errors": [
            "A2AError", "ForbiddenError", "NotFoundError", "PromptRailsError", "RateLimitError", "ServerError",
            "UnauthorizedError", "ValidationError",
        ],
        ".version_config": [
            "ApprovalPolicy", "GuardrailSpec", "InstallMCPTemplateRequest", "ModelConfig", "RunBudget",
        ],
        ".pagination": ["PaginatedResponse", "PaginationMeta"],
        "promptport_api.promptrails.models": [
            "Agent", "AgentExecution", "AgentMemory", "AgentTrigger", "AgentTriggerCreateResponse",
            "AgentVFSFile", "AgentVFSGrepMatch", "AgentVersion", "ApprovalRequest", "Asset", "AssetSignedURL",
            "AvailableModelEntry", "AvailableModelGroup", "ChatFeedbackResponse", "ChatMessage", "ChatSession",
            "CostSummary", "Credential", "DataSource", "DataSourceVersion", "ExecutionResult", "FlowTemplate",
            "Guardrail", "LLMModel", "MCPCallToolResult", "MCPDiscoverResult", "MCPDiscoveredTool",
            "MCPTemplate", "MCPTemplateParameterSpec", "MCPTool", "MCPToolCallContent", "MediaGenerateResult",
            "MediaModel", "Prompt", "PromptVersion", "RunPromptResponse", "ScannerMeta", "Trace", "TraceSummary",
        ],
    },
    "VERSION",
    "VERSIONS",
    "__version__",
    rooms=(
        *("agent_config", "async_client", "client", "config", "exceptions", "pagination", "resources", "tracing", "types"),
    ),
)  # fmt: skip
