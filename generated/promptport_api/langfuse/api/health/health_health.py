# Made by `nox -s generate` from openapi/langfuse.yaml: change the contract or a template, never this file.
"""Whether the platform and its database are up; needs no key.  GET /api/public/health"""

from __future__ import annotations

from promptport.model import (
    Operation,
    Request,
    contract_of,
    load,
    reads,
)
from promptport.model import Shape as _Shape

from ... import models

OPERATION = Operation(
    "health_health",
    "GET",
    "/api/public/health",
    "https://cloud.langfuse.com",
    security=(),
    repeatable=True,
    accept="application/json",
)


def request() -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(OPERATION, {})


def parse(content: bytes) -> models.Health:
    """Read a successful answer."""
    answer: models.Health = reads(lambda: models.Health)(
        load(content, shape=_Shape("object", fields=lambda: contract_of(models.Health), known=True))
    )
    return answer
