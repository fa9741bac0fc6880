"""PromptRails: the client of its API, a drop-in for `promptrails`.

Change `from promptrails import PromptRails` to `from promptport.promptrails import PromptRails`; the rest of a program
stands.
"""

from .._lazy import lazy

VERSION = __version__ = "0.3.0"  # of promptrails, with which this is compatible

__all__, __getattr__ = lazy(
    __name__,
    {
        "._async.client": ["AsyncPromptRails"],
        "._sync.client": ["PromptRails"],
        ".agent_config": [
            "AgentConfig", "ChainAgentConfig", "CompositeAgentConfig", "CompositeStep",
            "InstallMCPTemplateRequest", "MultiAgentConfig", "PromptLink", "SimpleAgentConfig",
            "WorkflowAgentConfig", "WorkflowNode",
        ],
        ".events": [
            "ContentEvent", "DoneEvent", "ErrorEvent", "ExecutionEvent", "StreamEvent", "ThinkingEvent",
            "TokenUsage", "ToolEndEvent", "ToolStartEvent",
        ],
        ".errors": [
            "A2AError", "ForbiddenError", "NotFoundError", "PromptRailsError", "RateLimitError", "ServerError",
            "UnauthorizedError", "ValidationError",
        ],
        ".pagination": ["PaginatedResponse", "PaginationMeta"],
        "promptport_api.promptrails.models": [
            "Agent", "AgentExecution", "AgentMemory", "AgentVersion", "ApprovalRequest", "Asset",
            "AssetSignedURL", "AvailableModelEntry", "AvailableModelGroup", "ChatMessage", "ChatSession",
            "CostSummary", "Credential", "DataSource", "DataSourceVersion", "ExecutionResult", "FlowTemplate",
            "Guardrail", "LLMModel", "MCPCallToolResult", "MCPDiscoverResult", "MCPDiscoveredTool",
            "MCPTemplate", "MCPTemplateParameterSpec", "MCPTool", "MCPToolCallContent", "MediaGenerateResult",
            "MediaModel", "Prompt", "PromptVersion", "RunPromptResponse", "Trace",
        ],
    },
    "VERSION",
    "__version__",
    rooms=("agent_config", "async_client", "client", "config", "exceptions", "pagination", "resources", "types"),
)  # fmt: skip
