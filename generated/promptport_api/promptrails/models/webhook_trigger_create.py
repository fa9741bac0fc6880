# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""An address to be."""

from __future__ import annotations

from typing import Required, TypedDict

WebhookTriggerCreate = TypedDict(
    "WebhookTriggerCreate",
    {
        "name": "Required[str]",  # Its name.
        "agent_id": "Required[str]",  # The agent to run.
        "generate_secret": "bool",  # Whether calls must be signed; the answer holds the secret.
    },
    total=False,
)
