"""What xR2 holds before anybody adds anything: the names that its own documents use."""

from __future__ import annotations

from typing import Any

FIXTURE: dict[str, Any] = {
    "keys": [{"token": "YOUR_PRODUCT_API_KEY", "user": "alice"}],
    "prompts": [
        {
            "slug": "welcome",
            "versions": [
                {
                    "system_prompt": "You are a friendly assistant. Answer in {{language}}.",
                    "user_prompt": "Welcome {{customer_name}} and offer your help.",
                    "variables": [
                        {"name": "customer_name", "type": "string", "required": True},
                        {"name": "language", "type": "string", "required": False, "default": "en"},
                    ],
                    "created_at": "2026-01-15T09:00:00Z",
                    "updated_at": "2026-01-15T09:30:00Z",
                    "deployed_at": "2026-01-15T09:30:00Z",
                }
            ],
        }
    ],
    "events": [
        {"event_name": "sign_up", "description": "Somebody signed up."},
        {
            "event_name": "purchase_completed",
            "description": "Somebody bought something.",
            "metadata_schema": [
                {"name": "order_id", "type": "string", "required": True, "description": "The order."},
                {"name": "product_id", "type": "string", "required": False, "description": "What was bought."},
            ],
        },
    ],
}
