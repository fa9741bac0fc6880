# Made by `nox -s generate` from openapi/xr2.yaml: change the contract or a template, never this file.
"""Fetch a version of a prompt.  POST /api/v1/get-prompt"""

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
    "get_prompt",
    "POST",
    "/api/v1/get-prompt",
    "https://xr2.uk",
    security=("bearer",),
    repeatable=True,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("slug", "slug", "body", "string", required=True),
        Parameter("source_name", "source_name", "body", "string", required=True, default="python_sdk"),
        Parameter("version_number", "version_number", "body", "integer", nullable=True),
        Parameter("status", "status", "body", "string", nullable=True),
    ),
)


def request(*, slug: str, version_number: int | None = None, status: str | None = None) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "slug": slug,
            "version_number": version_number,
            "status": status,
        },
    )


def parse(content: bytes) -> models.PromptContentResponse:
    """Read a successful answer."""
    answer: models.PromptContentResponse = reads(lambda: models.PromptContentResponse)(
        load(content, shape=_Shape("object", fields=lambda: contract_of(models.PromptContentResponse), known=True))
    )
    return answer
