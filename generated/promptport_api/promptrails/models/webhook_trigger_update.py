# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""What can change in such an address."""

from __future__ import annotations

from typing import TypedDict

WebhookTriggerUpdate = TypedDict(
    "WebhookTriggerUpdate",
    {
        "name": "str | None",  # Its name.
        "is_active": "bool | None",  # Whether it is switched on.
    },
    total=False,
)
