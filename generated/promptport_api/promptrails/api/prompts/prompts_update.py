# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Change a prompt.  PATCH /api/v1/prompts/{prompt_id}"""

from __future__ import annotations

from typing import Unpack

from promptport.model import (
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
    "prompts_update",
    "PATCH",
    "/api/v1/prompts/{prompt_id}",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("prompt_id", "prompt_id", "path", "string", required=True),
        Parameter("fields", "", "fields", "object", names=("name", "description", "status")),
    ),
)


def request(prompt_id: str, **fields: Unpack[models.PromptUpdate]) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "prompt_id": prompt_id,
            "fields": fields,
        },
    )


def parse(content: bytes) -> models.Prompt:
    """Read a successful answer."""
    answer: models.Prompt = reads(lambda: models.Prompt)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.Prompt), known=True))
    )
    return answer
