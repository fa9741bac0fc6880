"""What PromptRails holds before anybody adds anything: the identifiers of its own documents, and a prompt `welcome`."""

from __future__ import annotations

from typing import Any

_MADE = "2026-01-15T09:00:00Z"
_ENDED = "2026-01-15T09:00:00.250000Z"
_STAMPS = {"created_at": _MADE, "updated_at": _MADE}
_USAGE = {"prompt_tokens": 150, "completion_tokens": 80, "total_tokens": 230}
_ASKED = {"message": "Hello, world!"}
_ANSWERED = {"content": "Hello! How can I help?", "type": "text"}
_SPAN = {
    "trace_id": "trace-id",
    "input": _ASKED,
    "output": _ANSWERED,
    "token_usage": _USAGE,
    "cost": 0.0023,
    "agent_id": "agent-id",
    "session_id": "session-id",
    "execution_id": "execution-id",
    "started_at": _MADE,
    "ended_at": _ENDED,
    "created_at": _MADE,
}
_ABILITIES = ("tools", "json", "streaming", "temperature", "top_p")
_ABLE = {**{f"supports_{each}": True for each in _ABILITIES}, **_STAMPS}


def _model(ident: str, provider: str, model_id: str, name: str, prices: tuple[float, float], **more: Any) -> Any:
    return {
        "id": ident,
        "provider": provider,
        "model_id": model_id,
        "display_name": name,
        "input_price": prices[0],
        "output_price": prices[1],
        **_ABLE,
        **more,
    }


def _version(owner: str, ident: str, **fields: Any) -> Any:
    usual = {"version": "1.0.0", "is_current": True, "message": "Initial version", "created_at": _MADE}
    return {"id": ident, owner: ident.removesuffix("-version-id") + "-id", **usual, **fields}


FIXTURE: dict[str, Any] = {
    "keys": [{"token": "your-api-key"}],
    "agents": [
        {
            "id": "agent-id",
            "name": "Support",
            "description": "Answers questions of customers.",
            "type": "simple",
            **_STAMPS,
        },
    ],
    "agent_versions": [
        _version(
            "agent_id",
            "agent-version-id",
            config={"type": "simple", "prompt_id": "prompt-id", "approval_required": False},
            prompts=[
                {
                    "id": "prompt-link-id",
                    "agent_version_id": "agent-version-id",
                    "prompt_id": "prompt-id",
                    "role": "main",
                    "sort_order": 0,
                }
            ],
        ),
    ],
    "prompts": [
        {"id": "welcome-id", "name": "welcome", "description": "Welcomes a customer.", **_STAMPS},
        {"id": "p2", "name": "Step 2", "description": "Writes an answer.", **_STAMPS},
        {"id": "p1", "name": "Step 1", "description": "Finds out what is asked.", **_STAMPS},
        {"id": "prompt-id", "name": "Summarizer", "description": "Summarizes text", **_STAMPS},
    ],
    "prompt_versions": [
        _version(
            "prompt_id",
            "welcome-version-id",
            system_prompt="You are a friendly assistant. Answer in {{language}}.",
            user_prompt="Welcome {{customer_name}} and offer your help.",
            input_schema={
                "type": "object",
                "properties": {"customer_name": {"type": "string"}, "language": {"type": "string", "default": "en"}},
                "required": ["customer_name"],
            },
        ),
        _version("prompt_id", "p2-version-id", user_prompt="Answer: {{ question }}") | {"prompt_id": "p2"},
        _version("prompt_id", "p1-version-id", user_prompt="What is asked? {{ message }}") | {"prompt_id": "p1"},
        _version(
            "prompt_id",
            "prompt-version-id",
            system_prompt="You are a concise summarizer.",
            user_prompt="Summarize: {{ text }}",
            llm_model_id="llm-model-id",
            temperature=0.5,
        ),
    ],
    "executions": [
        {
            "id": "execution-id",
            "agent_id": "agent-id",
            "agent_version_id": "agent-version-id",
            "session_id": "session-id",
            "input": _ASKED,
            "output": _ANSWERED,
            "metadata": {"source": "api"},
            "token_usage": _USAGE,
            "cost": 0.0023,
            "duration_ms": 250,
            "trace_id": "trace-id",
            "started_at": _MADE,
            "completed_at": _ENDED,
            "created_at": _MADE,
        },
        {
            "id": "waiting-execution-id",
            "agent_id": "agent-id",
            "agent_version_id": "agent-version-id",
            "session_id": "session-id",
            "status": "awaiting_approval",
            "input": _ASKED,
            "trace_id": "waiting-trace-id",
            "started_at": _MADE,
            "created_at": _MADE,
        },
        {
            "id": "parked-execution-id",
            "agent_id": "agent-id",
            "agent_version_id": "agent-version-id",
            "session_id": "session-id",
            "status": "waiting_approval",
            "approval_expires_at": "2099-01-15T09:00:00Z",
            "input": _ASKED,
            "trace_id": "parked-trace-id",
            "started_at": _MADE,
            "created_at": _MADE,
        },
    ],
    "traces": [
        {
            "id": "span-row-id",
            "span_id": "00f067aa0ba902b7",
            "name": "agent.execute(Support)",
            "kind": "agent",
            "tags": ["agent", "execution"],
            "duration_ms": 250,
            "agent_name": "Support",
            "agent_type": "simple",
            **_SPAN,
        },
        {
            "id": "child-span-row-id",
            "span_id": "53995c3f42cd8ad8",
            "parent_span_id": "00f067aa0ba902b7",
            "name": "llm.generate",
            "kind": "llm",
            "model_name": "gpt-4o",
            "prompt_name": "Summarizer",
            "duration_ms": 200,
            "agent_name": "Support",
            "agent_type": "simple",
            **_SPAN,
        },
    ],
    "approvals": [
        {
            "id": "approval-id",
            "execution_id": "waiting-execution-id",
            "agent_id": "agent-id",
            "checkpoint_name": "review",
            "payload": {"input": _ASKED},
            "created_at": _MADE,
        }
    ],
    "guardrails": [{"id": "guardrail-id", "agent_id": "agent-id", "type": "input", "scanner_type": "pii", **_STAMPS}],
    "memories": [
        {
            "id": "memory-id",
            "agent_id": "agent-id",
            "content": "The refund policy allows 30 days.",
            "memory_type": "fact",
            **_STAMPS,
        },
    ],
    "credentials": [
        {
            "id": "credential-id",
            "name": "OpenAI",
            "type": "openai",
            "category": "llm",
            "value": "sk-example-4f2a",
            "is_default": True,
            **_STAMPS,
        }
    ],
    "data_sources": [{"id": "data-source-id", "name": "Orders", "type": "postgresql", **_STAMPS}],
    "data_source_versions": [
        _version(
            "data_source_id",
            "data-source-version-id",
            credential_id="credential-id",
            query_template="SELECT id, name, value FROM orders WHERE name = {{ name }}",
            parameters=[{"name": "name", "type": "string", "required": True, "description": "Whose orders."}],
        )
    ],
    "chat_sessions": [{"id": "session-id", "agent_id": "agent-id", **_STAMPS}],
    "mcp_tools": [
        {
            "id": "tool-id",
            "name": "GitHub",
            "type": "remote_mcp",
            "config": {
                "tools": [{"name": "search", "description": "Finds issues.", "inputSchema": {"type": "object"}}],
            },
            "template_id": "template-id",
            **_STAMPS,
        }
    ],
    "mcp_templates": [
        {
            "id": "template-id",
            "slug": "github",
            "name": "GitHub",
            "description": "Issues and pull requests.",
            "type": "remote_mcp",
            "category": "development",
            "required_parameters": [
                {
                    "name": "token",
                    "type": "string",
                    "required": True,
                    "secret": True,
                    "description": "An access token.",
                },
                {"name": "host", "type": "string", "description": "Where it is.", "default": "github.com"},
            ],
            **_STAMPS,
        },
        {
            "id": "weather-template-id",
            "slug": "weather",
            "name": "Weather",
            "description": "What the weather will be like.",
            "type": "api",
            "category": "data",
            "is_active": False,
            **_STAMPS,
        },
    ],
    "scores": [
        {"id": "score-id", "trace_id": "trace-id", "name": "quality", "value": 4.5, "source": "manual", **_STAMPS}
    ],
    "score_configs": [
        {"id": "config-id", "name": "quality", "min_value": 0, "max_value": 5, **_STAMPS},
    ],
    "templates": [
        {
            "id": "template-id",
            "name": "Research assistant",
            "description": "Looks things up, then writes.",
            "category": "research",
            "agent_type": "chain",
            "complexity": "simple",
            "tags": ["research"],
            "icon": "search",
            "node_count": 2,
            "flow_config": {
                "type": "chain",
                "prompt_ids": [
                    {"prompt_id": "p1", "role": "step1", "sort_order": 0},
                    {"prompt_id": "p2", "role": "step2", "sort_order": 1},
                ],
            },
            **_STAMPS,
        }
    ],
    "a2a_tasks": [
        {
            "id": "task-id",
            "context_id": "context-id",
            "status": {"state": "completed", "message": "", "timestamp": _MADE},
            "messages": [{"role": "user", "parts": [{"type": "text", "text": "Hello"}], "created_at": _MADE}],
            "artifacts": [
                {
                    "id": "artifact-id",
                    "parts": [{"type": "text", "text": _ANSWERED["content"]}],
                    "created_at": _MADE,
                }
            ],
            **_STAMPS,
        }
    ],
    "llm_models": [
        _model(
            "llm-model-id",
            "openai",
            "gpt-4o",
            "GPT-4o",
            (2.5, 10.0),
            max_tokens=16_384,
            supports_vision=True,
            cached_input_price=1.25,
            supports_prompt_caching=True,
        ),
        _model("gpt-4o-mini-id", "openai", "gpt-4o-mini", "GPT-4o mini", (0.15, 0.6), max_tokens=16_384),
        _model(
            "claude-id",
            "anthropic",
            "claude-sonnet-4-5",
            "Claude Sonnet 4.5",
            (3.0, 15.0),
            max_tokens=64_000,
            supports_vision=True,
        ),
        _model("gemini-id", "gemini", "gemini-2.5-flash", "Gemini 2.5 Flash", (0.3, 2.5), max_tokens=65_536),
        _model(
            "old-model-id",
            "openai",
            "gpt-3.5-turbo",
            "GPT-3.5 Turbo",
            (0.5, 1.5),
            max_tokens=4_096,
            is_active=False,
            is_deprecated=True,
            deprecated_at="2025-01-15T09:00:00Z",
        ),
    ],
    "agent_files": [
        {"id": "folder-id", "agent_id": "agent-id", "path": "/notes", "is_dir": True, **_STAMPS},
        {
            "id": "file-id",
            "agent_id": "agent-id",
            "path": "/notes/today.md",
            "content": "The refund took 3 days.",
            "mime_type": "text/markdown",
            **_STAMPS,
        },
    ],
    "agent_triggers": [
        {
            "id": "trigger-id",
            "agent_id": "agent-id",
            "name": "Nightly",
            "token": "2KxkT5aBcDeFgHiJkLmNoPqRsTu",
            "has_secret": True,
            **_STAMPS,
        }
    ],
    "media_models": [
        {
            "id": "media-model-id",
            "provider": "openai",
            "model_id": "gpt-image-1",
            "display_name": "GPT Image 1",
            "media_type": "image",
        },
        {
            "id": "speech-model-id",
            "provider": "elevenlabs",
            "model_id": "eleven_multilingual_v2",
            "display_name": "Multilingual v2",
            "media_type": "speech",
        },
        {
            "id": "old-media-model-id",
            "provider": "openai",
            "model_id": "dall-e-3",
            "display_name": "DALL·E 3",
            "media_type": "image",
            "is_active": False,
        },
    ],
    "assets": [
        {
            "id": "asset-id",
            "type": "image",
            "provider": "openai",
            "model": "gpt-image-1",
            "file_name": "picture.png",
            "file_size": 1024,
            "mime_type": "image/png",
            "storage_path": "workspace-id/picture.png",
            "created_at": _MADE,
        }
    ],
}
