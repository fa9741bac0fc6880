# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Try a prompt; nothing is kept.  POST /api/v1/prompts/{prompt_id}/preview"""

from __future__ import annotations

from collections.abc import Mapping
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
    "prompts_preview",
    "POST",
    "/api/v1/prompts/{prompt_id}/preview",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("prompt_id", "prompt_id", "path", "string", required=True),
        Parameter("input", "input", "body", "object", required=True),
        Parameter("version_id", "version_id", "body", "string"),
    ),
)


def request(prompt_id: str, *, input: Mapping[str, Any], version_id: str | None = None) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "prompt_id": prompt_id,
            "input": input,
            "version_id": version_id,
        },
    )


def parse(content: bytes) -> dict[str, Any]:
    """Read a successful answer."""
    answer: dict[str, Any] = loose("data")(load(content, "data", shape=_Shape("object")))
    return answer
