# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Make a prompt.  POST /api/v1/prompts"""

from __future__ import annotations

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
    "prompts_create",
    "POST",
    "/api/v1/prompts",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("name", "name", "body", "string", required=True),
        Parameter("description", "description", "body", "string", default=""),
    ),
)


def request(*, name: str, description: str = "") -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "name": name,
            "description": description,
        },
    )


def parse(content: bytes) -> models.Prompt:
    """Read a successful answer."""
    answer: models.Prompt = reads(lambda: models.Prompt)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.Prompt), known=True))
    )
    return answer
