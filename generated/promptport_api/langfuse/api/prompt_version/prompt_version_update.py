# Made by `nox -s generate` from openapi/langfuse.yaml: change the contract or a template, never this file.
"""Give labels to a version.  PATCH /api/public/v2/prompts/{name}/versions/{version}"""

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
    "prompt_version_update",
    "PATCH",
    "/api/public/v2/prompts/{name}/versions/{version}",
    "https://cloud.langfuse.com",
    security=("basic",),
    repeatable=True,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("name", "name", "path", "string", required=True),
        Parameter("version", "version", "path", "integer", required=True),
        Parameter("fields", "", "fields", "object", names=("newLabels",)),
    ),
)


def request(name: str, version: int, **fields: Unpack[models.UpdateLabelsRequest]) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "name": name,
            "version": version,
            "fields": fields,
        },
    )


def parse(content: bytes) -> models.Prompt:
    """Read a successful answer."""
    answer: models.Prompt = reads(lambda: models.Prompt)(
        load(content, shape=_Shape("object", fields=lambda: contract_of(models.Prompt), known=True))
    )
    return answer
