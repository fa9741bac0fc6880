"""The table of everything that PromptRails holds: what each resource is made of, and what can be done with it."""

from __future__ import annotations

from promptport_local.promptrails.resource import (
    Embedded,
    Filter,
    Json,
    Parent,
    Resource,
    Verb,
    exact,
    names,
    operations,
)
from promptport_local.promptrails.vfs_paths import normalized, placed

WORKSPACE = "workspace-id"
_AGENT = {"agent": Embedded("agents", "agent_id")}
_OF_AN_AGENT = dict.fromkeys(("agent_versions", "guardrails", "memories", "agent_triggers", "agent_files"), "agent_id")
_READ_ONLY: tuple[Verb, ...] = ("create", "change", "delete")


def masked(value: str) -> str:
    """A secret as PromptRails shows it: the first and the last four characters of one that is longer than eight."""
    return "*" * len(value) if len(value) <= 8 else f"{value[:4]}{'*' * (len(value) - 8)}{value[-4:]}"


def _mask_value(given: Json) -> Json:
    """What is kept of a credential: never its value."""
    rest = {name: value for name, value in given.items() if name != "value"}
    return {**rest, "masked_content": masked(given["value"])} if given.get("value") is not None else rest


def _hide_secrets(given: Json) -> Json:
    """What is kept of a trigger: its token and its secret, where nobody sees them."""
    kept = {name: value for name, value in given.items() if name not in ("token", "secret")}
    if given.get("token"):
        kept |= {"_token": given["token"], "token_prefix": given["token"][:8]}
    if given.get("secret"):
        kept |= {"_secret": given["secret"], "has_secret": True}
    return kept


def _place_file(given: Json) -> Json:
    """What is kept of a file: where it lies, and how much it holds."""
    place = placed(normalized(given["path"])) if "path" in given else {}
    size = {"size_bytes": len(given["content"].encode())} if "content" in given else {}
    return {**given, **place, **size}


def _versions(tag: str) -> dict[str, Verb]:
    return {
        f"{tag}_list_versions": "all",
        f"{tag}_create_version": "create_version",
        f"{tag}_promote_version": "promote_version",
    }


_ROWS = (
    Resource(
        "agents",
        "agent",
        "Agent",
        operations("agents", without=("create",)),
        defaults={"status": "active"},
        takes=names("name type description"),
        changes=names("name description status"),
        filters={**exact("type status"), "name": Filter(("name",), part=True)},
        embeds={"current_version": Embedded("agent_versions", "_current")},
        drops=_OF_AN_AGENT,
        columns=names("id name type status"),
    ),
    Resource(
        "agent_versions",
        "agent version",
        "AgentVersion",
        _versions("agents"),
        defaults=dict.fromkeys(names("output_schema model_config run_budget approval_policy")),
        takes=names(
            "version config input_schema output_schema message model_config run_budget approval_policy cache_timeout"
            " vfs_enabled masking_enabled tools sub_agents guardrails"
        ),
        parent=Parent("agents", "agent_id"),
        lists={"prompts": {"prompt": Embedded("prompts", "prompt_id")}},
        columns=names("id agent_id version is_current config"),
    ),
    Resource(
        "prompts",
        "prompt",
        "Prompt",
        operations("prompts"),
        defaults={"status": "active"},
        takes=names("name description"),
        changes=names("name description status"),
        filters=exact("status"),
        embeds={"current_version": Embedded("prompt_versions", "_current")},
        drops={"prompt_versions": "prompt_id"},
        columns=names("id name status"),
    ),
    Resource(
        "prompt_versions",
        "prompt version",
        "PromptVersion",
        _versions("prompts"),
        defaults={"output_schema": None, "cache_timeout": 0},
        takes=names(
            "version system_prompt user_prompt llm_model_id fallback_llm_model_id temperature max_tokens top_p"
            " input_schema output_schema config message cache_timeout"
        ),
        parent=Parent("prompts", "prompt_id"),
        embeds={
            "llm_model": Embedded("llm_models", "llm_model_id"),
            "fallback_llm_model": Embedded("llm_models", "fallback_llm_model_id"),
        },
        columns=names("id prompt_id version is_current system_prompt user_prompt"),
    ),
    Resource(
        "executions",
        "execution",
        "AgentExecution",
        operations("executions", without=_READ_ONLY),
        defaults={"status": "completed", "error": "", "token_usage": {}, "cost": 0.0},
        filters=exact("agent_id session_id status"),
        embeds=_AGENT,
        columns=names("id agent_id status parent_execution_id session_id trace_id cost created_at"),
    ),
    Resource(
        "traces",
        "trace",
        "Trace",
        {"traces_list": "page"},
        defaults={
            **dict.fromkeys(
                names("parent_span_id error_message error_type error_stack model_name session_id service_name"), ""
            ),
            "status": "ok",
            "level": "default",
            "token_usage": {},
        },
        filters=exact("trace_id kind"),
        columns=names("trace_id kind name status execution_id started_at"),
    ),
    Resource(
        "approvals",
        "approval request",
        "ApprovalRequest",
        operations("approvals", without=_READ_ONLY),
        defaults={"status": "pending"},
        filters=exact("status"),
        columns=names("id execution_id checkpoint_name status reason"),
    ),
    Resource(
        "guardrails",
        "guardrail",
        "Guardrail",
        {
            "agents_list_guardrails": "all",
            "agents_create_guardrail": "create",
            "guardrails_update": "change",
            "guardrails_delete": "delete",
        },
        defaults={"action": "block", "is_active": True},
        takes=names("type scanner_type action config is_active sort_order"),
        changes=names("action config is_active"),
        parent=Parent("agents", "agent_id"),
        order="sort_order",
        columns=names("id agent_id type scanner_type action is_active"),
    ),
    Resource(
        "memories",
        "memory",
        "AgentMemory",
        {
            "agents_list_memories": "page",
            "agents_create_memory": "create",
            "memories_get": "get",
            "memories_delete": "delete",
        },
        defaults={"metadata": None, "importance": 0.5},
        takes=names("content memory_type importance metadata chat_session_id"),
        parent=Parent("agents", "agent_id", known=False),
        columns=names("id agent_id memory_type content importance"),
    ),
    Resource(
        "credentials",
        "credential",
        "Credential",
        operations("credentials"),
        defaults={"is_valid": True},
        takes=names("name type category value description is_default schema_type"),
        changes=names("name description value is_default"),
        derive=_mask_value,
        columns=names("id name type category masked_content is_default"),
    ),
    Resource(
        "data_sources",
        "data source",
        "DataSource",
        operations("data_sources"),
        defaults={"status": "active"},
        takes=names("name type description"),
        changes=names("name description status"),
        drops={"data_source_versions": "data_source_id"},
        columns=names("id name type status"),
    ),
    Resource(
        "data_source_versions",
        "data source version",
        "DataSourceVersion",
        _versions("data_sources"),
        defaults={"cache_timeout": 0, "output_format": "json"},
        takes=names(
            "version credential_id connection_config query_template parameters message cache_timeout output_format"
        ),
        parent=Parent("data_sources", "data_source_id"),
        columns=names("id data_source_id version is_current query_template"),
    ),
    Resource(
        "chat_sessions",
        "chat session",
        "ChatSession",
        operations("chat", "_session", without=("change",)),
        takes=names("agent_id title metadata"),
        embeds=_AGENT,
        drops={"chat_messages": "session_id"},
        columns=names("id agent_id title created_at"),
    ),
    Resource(
        "chat_messages",
        "chat message",
        "ChatMessage",
        {"chat_list_messages": "page"},
        parent=Parent("chat_sessions", "session_id"),
        order="oldest",
        columns=names("session_id role content created_at"),
    ),
    Resource(
        "mcp_tools",
        "MCP tool",
        "MCPTool",
        operations("mcp_tools"),
        defaults={"schema": None, "is_active": True, "status": "active"},
        takes=names("name type description config schema credential_id template_id status"),
        changes=names("name type description config schema credential_id template_id status is_active"),
        columns=names("id name type status is_active"),
    ),
    Resource(
        "mcp_templates",
        "MCP template",
        "MCPTemplate",
        operations("mcp_templates", without=_READ_ONLY),
        defaults={
            **dict.fromkeys(names("icon_url documentation_url setup_instructions"), ""),
            "config": {},
            "schema": None,
            "is_active": True,
        },
        filters={**exact("category type is_active"), "search": Filter(names("name slug description"), part=True)},
        order="name",
        columns=names("id slug name category"),
    ),
    Resource(
        "scores",
        "score",
        "Score",
        operations("scores"),
        defaults={"data_type": "numeric", "source": "api", "string_value": "", "comment": "", "created_by": ""},
        takes=names(
            "trace_id name value string_value bool_value data_type source span_id config_id comment execution_id agent_id"
        ),
        changes=names("value string_value bool_value comment"),
        filters=exact("trace_id name source data_type config_id"),
        columns=names("id trace_id name value string_value bool_value source"),
    ),
    Resource(
        "score_configs",
        "score config",
        "ScoreConfig",
        operations("scores", "_config"),
        defaults={"data_type": "numeric", "description": "", "is_active": True},
        takes=names("name data_type min_value max_value categories description"),
        changes=names("name description is_active min_value max_value categories"),
        columns=names("id name data_type min_value max_value"),
    ),
    Resource(
        "templates",
        "template",
        "FlowTemplate",
        operations("templates", without=_READ_ONLY),
        defaults={"icon": "", "status": "published"},
        filters=exact("status category"),
        columns=names("id name category agent_type status"),
    ),
    Resource(
        "a2a_tasks",
        "task",
        "A2ATask",
        {"a2a_list_tasks": "page"},
        defaults={"status": {}},
        filters={**exact("context_id"), "status": Filter(("status.state",))},
        columns=names("id context_id status"),
    ),
    Resource(
        "llm_models",
        "model",
        "LLMModel",
        {"llm_models_list": "page"},
        defaults={"is_active": True},
        filters=exact("provider"),
        order="display_name",
        columns=names("id provider model_id is_active"),
    ),
    Resource(
        "agent_triggers",
        "agent trigger",
        "AgentTrigger",
        {
            **operations("agent_triggers", without=("create", "change")),
            **operations("webhook_triggers", without=("create", "change")),
        },
        defaults={"token": "", "is_active": True, "source": "generic"},
        takes=names("name agent_id is_active source source_config reply_config"),
        changes=names("name is_active source source_config reply_config"),
        filters=exact("agent_id"),
        embeds=_AGENT,
        derive=_hide_secrets,
        columns=names("id name agent_id source is_active last_used_at"),
    ),
    Resource(
        "agent_files",
        "vfs file",
        "AgentVFSFile",
        {},
        defaults={"last_writer_kind": "user"},
        takes=names("path content is_dir mime_type metadata"),
        parent=Parent("agents", "agent_id"),
        order="path",
        derive=_place_file,
        columns=names("agent_id path is_dir size_bytes mime_type"),
    ),
    Resource(
        "media_models",
        "media model",
        "MediaModel",
        {"media_models_list": "all"},
        defaults={"is_active": True, "config_schema": None},
        filters=exact("provider media_type is_active"),
        order="display_name",
        columns=names("id provider model_id media_type"),
    ),
    Resource(
        "assets",
        "asset",
        "Asset",
        operations("assets", without=("create", "change")),
        filters=exact("type provider execution_id agent_id"),
        columns=names("id type provider model file_name"),
    ),
)

RESOURCES = {each.name: each for each in _ROWS}
"""The resources by their names."""
