# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A page of the catalogue.  GET /api/v1/llm-models"""

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
    "llm_models_list",
    "GET",
    "/api/v1/llm-models",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(
        Parameter("page", "page", "query", "integer", default=1),
        Parameter("limit", "limit", "query", "integer", default=20),
        Parameter("provider", "provider", "query", "string"),
    ),
)


def request(*, page: int = 1, limit: int = 20, provider: str | None = None) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "page": page,
            "limit": limit,
            "provider": provider,
        },
    )


def parse(content: bytes) -> models.LLMModelPage:
    """Read a successful answer."""
    answer: models.LLMModelPage = reads(lambda: models.LLMModelPage)(
        load(content, shape=_Shape("object", fields=lambda: contract_of(models.LLMModelPage), needs="data", known=True))
    )
    return answer
