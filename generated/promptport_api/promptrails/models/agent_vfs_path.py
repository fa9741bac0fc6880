# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A folder to be."""

from __future__ import annotations

from typing import Required, TypedDict

AgentVFSPath = TypedDict(
    "AgentVFSPath",
    {
        "path": "Required[str]",  # Where it goes, from `/` on.
    },
    total=False,
)
