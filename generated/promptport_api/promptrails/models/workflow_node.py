# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A step of a workflow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Required, TypedDict

WorkflowNode = TypedDict(
    "WorkflowNode",
    {
        "id": "Required[str]",  # Its name in the workflow.
        "depends_on": "Sequence[str]",  # The steps that it waits for.
        "prompt_id": "str | None",  # The prompt to run.
        "node_type": "str | None",  # `prompt` or `media`.
        "media_provider": "str | None",  # Who makes the picture, speech or film.
        "media_type": "str | None",  # `image`, `speech` or `video`.
        "media_model": "str | None",  # The provider's name of the model.
        "media_config": "Mapping[str, Any] | None",  # Settings of that model.
    },
    total=False,
)
