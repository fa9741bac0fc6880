# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Make a version the one that runs.  PUT /api/v1/prompts/{prompt_id}/versions/{version_id}/promote"""

from __future__ import annotations

from typing import Any

from promptport.model import (
    Operation,
    Parameter,
    Request,
    load,
    loose,
)
from promptport.model import Shape as _Shape

OPERATION = Operation(
    "prompts_promote_version",
    "PUT",
    "/api/v1/prompts/{prompt_id}/versions/{version_id}/promote",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("prompt_id", "prompt_id", "path", "string", required=True),
        Parameter("version_id", "version_id", "path", "string", required=True),
    ),
)


def request(prompt_id: str, version_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "prompt_id": prompt_id,
            "version_id": version_id,
        },
    )


def parse(content: bytes) -> dict[str, Any]:
    """Read a successful answer."""
    answer: dict[str, Any] = loose("data")(load(content, "data", shape=_Shape("object")))
    return answer
