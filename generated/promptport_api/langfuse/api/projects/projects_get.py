# Made by `nox -s generate` from openapi/langfuse.yaml: change the contract or a template, never this file.
"""The project that the key belongs to.  GET /api/public/projects"""

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
    "projects_get",
    "GET",
    "/api/public/projects",
    "https://cloud.langfuse.com",
    security=("basic",),
    repeatable=True,
    accept="application/json",
)


def request() -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(OPERATION, {})


def parse(content: bytes) -> models.Projects:
    """Read a successful answer."""
    answer: models.Projects = reads(lambda: models.Projects)(
        load(content, shape=_Shape("object", fields=lambda: contract_of(models.Projects), known=True))
    )
    return answer
