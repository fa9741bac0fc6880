# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""What to deploy."""

from __future__ import annotations

from typing import Required, TypedDict

DeploymentInput = TypedDict(
    "DeploymentInput",
    {
        "experimentId": "Required[str]",  # An experiment of the component, which has an iteration.
    },
    total=False,
)
