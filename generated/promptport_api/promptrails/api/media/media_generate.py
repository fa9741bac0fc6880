# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Make a picture, speech or film.  POST /api/v1/media/generate"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from promptport.model import (
    History,
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
    "media_generate",
    "POST",
    "/api/v1/media/generate",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("provider", "provider", "body", "string", required=True),
        Parameter("media_type", "media_type", "body", "string", required=True),
        Parameter("model", "model", "body", "string", required=True),
        Parameter("prompt", "prompt", "body", "string"),
        Parameter("input_url", "input_url", "body", "string"),
        Parameter("config", "config", "body", "object"),
        Parameter("guardrails", "guardrails", "body", "array"),
    ),
    history=History(name="media.generate", until="0.8.0", removed_in="0.9.0"),
)


def request(
    *,
    provider: str,
    media_type: str,
    model: str,
    prompt: str | None = None,
    input_url: str | None = None,
    config: Mapping[str, Any] | None = None,
    guardrails: Sequence[Mapping[str, Any]] | None = None,
) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "provider": provider,
            "media_type": media_type,
            "model": model,
            "prompt": prompt,
            "input_url": input_url,
            "config": config,
            "guardrails": guardrails,
        },
    )


def parse(content: bytes) -> models.MediaGenerateResult:
    """Read a successful answer."""
    answer: models.MediaGenerateResult = reads(lambda: models.MediaGenerateResult)(
        load(
            content, "data", shape=_Shape("object", fields=lambda: contract_of(models.MediaGenerateResult), known=True)
        )
    )
    return answer
