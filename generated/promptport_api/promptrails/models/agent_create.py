# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""An agent to be."""

from __future__ import annotations

from typing import Required, TypedDict

AgentCreate = TypedDict(
    "AgentCreate",
    {
        "name": "Required[str]",  # Its name.
        "type": "Required[str]",  # 'Values: `agent` since promptrails 0.9.0; `simple` until promptrails 0.8.0, then `agent`; `chain` until promptrails 0.8.0, then `workflow`; `multi_agent` until promptrails 0.8.0, then `agent`; `composite` until promptrails 0.8.0, then `agent`.' `agent` or `workflow`; before 0.9 `simple`, `chain`, `multi_agent`,...
        "description": "str",  # What it is for.
        "template_id": "str",  # The template to begin with.
    },
    total=False,
)
