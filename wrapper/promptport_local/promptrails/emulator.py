"""What the vendor's own emulator holds, under its ids, so that tests which were written against it find it here."""

from __future__ import annotations

from typing import Any

_MADE = {"created_at": "2026-01-14T09:00:00Z", "updated_at": "2026-01-14T09:00:00Z"}
# By its id in the emulator: an agent's name and type, and the id of its current version.
_AGENTS = {
    "39wNZZu78VawB207IOPonkoP38J": ("Simple Agent", "simple", "39zLSdOPgYYxUkvsf7wLsZt0INy"),
    "3A1tXOt9iovkA7LEusDSjcKbJQM": ("Simple Chat Bot", "simple", "3A1tXOt9iovkA7LEusDSjcKbJQM-version"),
}
_CHAT = "3A1tXOt9iovkA7LEusDSjcKbJQM"

AGENTS: list[Any] = [
    {"id": ident, "name": name, "description": "", "type": kind, **_MADE} for ident, (name, kind, _) in _AGENTS.items()
]
AGENT_VERSIONS: list[Any] = [
    {
        "id": version,
        "agent_id": ident,
        "version": "1.0.0",
        "is_current": True,
        "message": "Initial version",
        "config": {"type": kind, "prompt_id": "prompt-id", "approval_required": False},
        # Named, so that returning to the fixture draws no id (`promptport_local.beginning`).
        "prompts": [
            {
                "id": f"{version}-link",
                "agent_version_id": version,
                "prompt_id": "prompt-id",
                "role": "main",
                "sort_order": 0,
            }
        ],
        "created_at": _MADE["created_at"],
    }
    for ident, (_, kind, version) in _AGENTS.items()
]
MEMORIES: list[Any] = [
    {
        "id": "3A1tqetjJRONBh4rzm5LFbbF8Ta",
        "agent_id": _CHAT,
        "content": "The customer prefers short answers.",
        "memory_type": "fact",
        "importance": 0.9,
        **_MADE,
    }
]
EMULATOR: dict[str, Any] = {"agents": AGENTS, "agent_versions": AGENT_VERSIONS, "memories": MEMORIES}
