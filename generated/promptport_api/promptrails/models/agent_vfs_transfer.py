# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""From where to where."""

from __future__ import annotations

from typing import Required, TypedDict

AgentVFSTransfer = TypedDict(
    "AgentVFSTransfer",
    {
        "from": "Required[str]",  # Where it lies.
        "to": "Required[str]",  # Where it goes.
    },
    total=False,
)
