# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""An agent's place among others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Required, TypedDict

CompositeStep = TypedDict(
    "CompositeStep",
    {
        "id": "Required[str]",  # Its name among them.
        "agent_id": "Required[str]",  # The agent to run.
        "depends_on": "Sequence[str]",  # The steps that it waits for.
        "input_mapping": "Mapping[str, Any] | None",  # Which output becomes which input.
    },
    total=False,
)
