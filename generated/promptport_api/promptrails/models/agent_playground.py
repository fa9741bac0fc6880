# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""What to try an agent with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Required, TypedDict

AgentPlayground = TypedDict(
    "AgentPlayground",
    {
        "input": "Required[Mapping[str, Any]]",  # What it is given.
        "prompt_override": "Required[Mapping[str, Any]]",  # What takes the place of the prompt's `system_prompt`, `user_prompt` and...
        "version_id": "str",  # The version that says how it runs, in place of the current one.
    },
    total=False,
)
