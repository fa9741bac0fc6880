# Made by `nox -s generate` from openapi/langfuse.yaml: change the contract or a template, never this file.
"""Fetch a version of a prompt.  GET /api/public/v2/prompts/{promptName}"""

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
    "prompts_get",
    "GET",
    "/api/public/v2/prompts/{name}",
    "https://cloud.langfuse.com",
    security=("basic",),
    repeatable=True,
    accept="application/json",
    parameters=(
        Parameter("name", "promptName", "path", "string", required=True),
        Parameter("version", "version", "query", "integer"),
        Parameter("label", "label", "query", "string"),
        Parameter("resolve", "resolve", "query", "boolean"),
    ),
)


def request(name: str, *, version: int | None = None, label: str | None = None, resolve: bool | None = None) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "name": name,
            "version": version,
            "label": label,
            "resolve": resolve,
        },
    )


def parse(content: bytes) -> models.Prompt:
    """Read a successful answer."""
    answer: models.Prompt = reads(lambda: models.Prompt)(
        load(content, shape=_Shape("object", fields=lambda: contract_of(models.Prompt), known=True))
    )
    return answer
