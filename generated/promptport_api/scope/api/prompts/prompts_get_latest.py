# Made by `nox -s generate` from openapi/scope.yaml: change the contract or a template, never this file.
"""The newest version of a prompt, whatever its status.  GET /api/{api_version}/prompts/{prompt}/latest"""

from __future__ import annotations

from typing import Literal

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
    "prompts_get_latest",
    "GET",
    "/api/{api_version}/prompts/{name}/latest",
    "https://api.scope.io",
    security=("bearer",),
    repeatable=True,
    accept="application/json",
    parameters=(
        Parameter("api_version", "api_version", "path", "string", required=True),
        Parameter("name", "prompt", "path", "string", required=True),
        Parameter("content_type", "Content-Type", "header", "string", default="application/json"),
        Parameter("environment", "X-Scope-Environment", "header", "string"),
        Parameter("request_id", "X-Request-ID", "header", "string"),
    ),
)


def request(
    api_version: Literal["v1"] | str, name: str, *, environment: str | None = None, request_id: str | None = None
) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "api_version": api_version,
            "name": name,
            "environment": environment,
            "request_id": request_id,
        },
    )


def parse(content: bytes) -> models.PromptVersion:
    """Read a successful answer."""
    answer: models.PromptVersion = reads(lambda: models.PromptVersion)(
        load(content, shape=_Shape("object", fields=lambda: contract_of(models.PromptVersion), known=True))
    )
    return answer
