# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""What can change in a trigger."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypedDict

AgentTriggerUpdate = TypedDict(
    "AgentTriggerUpdate",
    {
        "name": "str | None",  # Its name.
        "is_active": "bool | None",  # Whether it is switched on.
        "source": "str | None",  # What sets it off: a call, a message of a chat, or a clock.
        "source_config": "Mapping[str, Any] | None",  # Settings of the source.
        "reply_config": "Mapping[str, Any] | None",  # How it replies.
    },
    total=False,
)
