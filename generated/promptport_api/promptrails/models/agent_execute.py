# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""What an agent runs on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Required, TypedDict

AgentExecute = TypedDict(
    "AgentExecute",
    {
        "input": "Required[Mapping[str, Any]]",  # What it is given.
        "session_id": "str",  # The session that the run belongs to.
        "version_id": "str",  # The version to run, in place of the current one.
        "sync": "bool",  # Whether to wait for the result.
        "metadata": "Mapping[str, Any]",  # What to keep beside the run.
    },
    total=False,
)
