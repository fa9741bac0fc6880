# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A trigger to be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Required, TypedDict

AgentTriggerCreate = TypedDict(
    "AgentTriggerCreate",
    {
        "name": "Required[str]",  # Its name.
        "agent_id": "Required[str]",  # The agent to run.
        "source": "Literal['generic', 'slack', 'telegram', 'whatsapp', 'teams', 'schedule'] | str",  # What sets it off: a call, a message of a chat, or a clock.
        "source_config": "Mapping[str, Any]",  # Settings of the source, such as `signing_secret_credential_id` of Slack or...
        "reply_config": "Mapping[str, Any]",  # How it replies.
        "generate_secret": "bool",  # Whether calls must be signed; the answer holds the secret.
    },
    total=False,
)
