# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""All versions of a prompt.  GET /api/v1/prompts/{prompt_id}/versions"""

from __future__ import annotations

from promptport.model import (
    Operation,
    Parameter,
    Request,
    array,
    contract_of,
    load,
    reads,
)
from promptport.model import Shape as _Shape

from ... import models

OPERATION = Operation(
    "prompts_list_versions",
    "GET",
    "/api/v1/prompts/{prompt_id}/versions",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(Parameter("prompt_id", "prompt_id", "path", "string", required=True),),
)


def request(prompt_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "prompt_id": prompt_id,
        },
    )


def parse(content: bytes) -> list[models.PromptVersion]:
    """Read a successful answer."""
    answer: list[models.PromptVersion] = array(reads(lambda: models.PromptVersion))(
        load(
            content,
            "data",
            shape=_Shape("array", items=_Shape("object", fields=lambda: contract_of(models.PromptVersion))),
        )
    )
    return answer
