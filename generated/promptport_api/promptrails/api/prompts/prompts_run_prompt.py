# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Run a prompt with settings of its own.  POST /api/v1/prompts/{prompt_id}/run"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from promptport.model import (
    History,
    Operation,
    Parameter,
    Request,
    contract_of,
    load,
    reads,
)
from promptport.model import Shape as _Shape

from ... import models

OPERATION = Operation(
    "prompts_run_prompt",
    "POST",
    "/api/v1/prompts/{prompt_id}/run",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("prompt_id", "prompt_id", "path", "string", required=True),
        Parameter("data", "body", "whole", "object", required=True),
    ),
    history=History(name="prompts.run_prompt", until="0.8.0", removed_in="0.9.0", replaced_by=("agents.playground",)),
)


def request(prompt_id: str, data: Mapping[str, Any]) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "prompt_id": prompt_id,
            "data": data,
        },
    )


def parse(content: bytes) -> models.RunPromptResponse:
    """Read a successful answer."""
    answer: models.RunPromptResponse = reads(lambda: models.RunPromptResponse)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.RunPromptResponse), known=True))
    )
    return answer
