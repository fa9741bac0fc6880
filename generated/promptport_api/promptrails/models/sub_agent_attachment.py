# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""An agent that a version of another can call."""

from __future__ import annotations

from typing import Required, TypedDict

SubAgentAttachment = TypedDict(
    "SubAgentAttachment",
    {
        "agent_id": "Required[str]",  # The agent.
        "alias": "Required[str]",  # The name under which it is called.
        "description": "str | None",  # What it is good for.
        "mode": "str | None",  # `delegate`, after which the caller goes on, or `handoff`.
        "context_mode": "str | None",  # What it is given: `task` or `window`.
        "requires_approval": "bool",  # Whether people must agree to a call.
        "sort_order": "int | None",  # Its place in the order.
    },
    total=False,
)
