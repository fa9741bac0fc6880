# Made by `nox -s generate` from openapi/langfuse.yaml: change the contract or a template, never this file.
"""Make a version of a prompt, the first one or the next.  POST /api/public/v2/prompts"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

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
    "/api/public/v2/prompts",
    "https://cloud.langfuse.com",
    security=("basic",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("name", "name", "body", "string", required=True),
        Parameter("prompt", "prompt", "body", "any", required=True),
        Parameter("type", "type", "body", "string", nullable=True),
        Parameter("labels", "labels", "body", "array"),
        Parameter("tags", "tags", "body", "array", nullable=True),
        Parameter("config", "config", "body", "any"),
        Parameter("commit_message", "commitMessage", "body", "string", nullable=True),
    ),
)


def request(
    *,
    name: str,
    prompt: str | Sequence[models.ChatMessageParam],
    type: Literal["text", "chat"] | str | None = None,
    labels: Sequence[str] | None = None,
    tags: Sequence[str] | None = None,
    config: Any | None = None,
    commit_message: str | None = None,
) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "name": name,
            "prompt": prompt,
            "type": type,
            "labels": labels,
            "tags": tags,
            "config": config,
            "commit_message": commit_message,
        },
    )


def parse(content: bytes) -> models.Prompt:
    """Read a successful answer."""
    answer: models.Prompt = reads(lambda: models.Prompt)(
        load(content, shape=_Shape("object", fields=lambda: contract_of(models.Prompt), known=True))
    )
    return answer
