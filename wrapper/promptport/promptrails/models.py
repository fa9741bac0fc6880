"""The objects that PromptRails answers with."""

from .._lazy import lazy

__all__, __getattr__ = lazy(
    __name__,
    {
        ".version_config": [
            "ApprovalPolicy", "GuardrailSpec", "InstallMCPTemplateRequest", "ModelConfig", "RunBudget",
        ],
        "promptport_api.promptrails.models": [
            "A2AAgentCapabilities", "A2AAgentCard", "A2AAgentSkill", "A2AArtifact", "A2AMessage", "A2APart",
            "A2ATask", "A2ATaskStatus", "Agent", "AgentExecution", "AgentMemory", "AgentTrigger",
            "AgentTriggerCreateResponse", "AgentVFSFile", "AgentVFSGrepMatch", "AgentVersion",
            "ApprovalRequest", "Asset", "AssetSignedURL", "AvailableModelEntry", "AvailableModelGroup",
            "ChatFeedbackResponse", "ChatMessage", "ChatSession", "CostSummary", "Credential", "DashboardMetrics", "DataSource",
            "DataSourceVersion", "ExecutionResult", "FlowTemplate", "Guardrail", "LLMModel", "MCPCallToolResult",
            "MCPDiscoverResult", "MCPDiscoveredTool", "MCPTemplate", "MCPTemplateParameterSpec", "MCPTool",
            "MCPToolCallContent", "MediaGenerateResult", "MediaModel", "Prompt", "PromptVersion",
            "RunPromptResponse", "ScannerMeta", "Score", "ScoreAggregate", "ScoreConfig", "SessionSummary", "Trace",
            "TraceSummary",
            "WebhookTrigger", "WebhookTriggerCreateResponse",
        ],
    },
)  # fmt: skip
