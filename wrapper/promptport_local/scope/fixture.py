"""What Scope holds before anybody adds anything: the names that its own documents use."""

from __future__ import annotations

from typing import Any

_MADE = {"created_at": "2026-01-15T09:00:00Z", "updated_at": "2026-01-15T09:30:00Z", "created_by": "alice"}
_LIVE = {**_MADE, "is_production": True, "promoted_at": "2026-01-15T09:30:00Z", "promoted_by": "alice"}
_MODEL = {"model": "gpt-4", "temperature": 0.7}

FIXTURE: dict[str, Any] = {
    "applications": [{"org_id": "my-org", "api_key": "key_abc123", "api_secret": "secret_xyz"}],
    "prompts": [
        {
            "name": "greeting-template",
            "id": "prompt_01JH8X5G8T3V9QYB2M4N6P7R0S",
            "versions": [
                {
                    **_LIVE,
                    "content": "Hello, {{name}}!",
                    # The documents render it once with both and once with `name` alone.
                    "variables": ["name", "time_of_day"],
                    "metadata": _MODEL,
                }
            ],
        },
        {
            "name": "my-greeting-prompt",
            "id": "prompt_01JH8X5G8T3V9QYB2M4N6P7R1T",
            "versions": [
                {
                    **_MADE,
                    "id": "version-123",
                    "status": "archived",
                    "content": "Hi {{name}}.",
                    "variables": ["name"],
                },
                {**_LIVE, "id": "version-124", "content": "Hello {{name}}, welcome!", "variables": ["name"]},
                {
                    **_MADE,
                    "id": "version-125",
                    "status": "draft",
                    "content": "Good {{time_of_day}}, {{name}}!",
                    "variables": ["name", "time_of_day"],
                },
            ],
        },
        {
            "name": "my-prompt",
            "id": "prompt_01JH8X5G8T3V9QYB2M4N6P7R2V",
            "versions": [
                {
                    **_LIVE,
                    "content": "You are a helpful assistant. The user is called {{name}}.",
                    "variables": ["name"],
                    "metadata": _MODEL,
                }
            ],
        },
        {
            "name": "my-draft-prompt",
            "id": "prompt_01JH8X5G8T3V9QYB2M4N6P7R3W",
            "versions": [{**_MADE, "status": "draft", "content": "Bye {{name}}.", "variables": ["name"]}],
        },
        {
            "name": "welcome",
            "id": "prompt_01JH8X5G8T3V9QYB2M4N6P7R4X",
            "versions": [
                {
                    **_LIVE,
                    "content": "You are a friendly assistant. Answer in {{language}}.\n\n"
                    "Welcome {{customer_name}} and offer your help.",
                    "variables": ["customer_name", "language"],
                }
            ],
        },
    ],
}
