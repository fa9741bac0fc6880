# Made by `nox -s generate` from openapi/langfuse.yaml: change the contract or a template, never this file.
"""List prompts by name, with the versions and labels that pass the filters.  GET /api/public/v2/prompts"""

from __future__ import annotations

from datetime import datetime

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
    "prompts_list",
    "GET",
    "/api/public/v2/prompts",
    "https://cloud.langfuse.com",
    security=("basic",),
    repeatable=True,
    accept="application/json",
    parameters=(
        Parameter("name", "name", "query", "string"),
        Parameter("label", "label", "query", "string"),
        Parameter("tag", "tag", "query", "string"),
        Parameter("version", "version", "query", "integer"),
        Parameter("from_updated_at", "fromUpdatedAt", "query", "time"),
        Parameter("to_updated_at", "toUpdatedAt", "query", "time"),
        Parameter("page", "page", "query", "integer"),
        Parameter("limit", "limit", "query", "integer"),
    ),
)


def request(
    *,
    name: str | None = None,
    label: str | None = None,
    tag: str | None = None,
    version: int | None = None,
    from_updated_at: datetime | str | None = None,
    to_updated_at: datetime | str | None = None,
    page: int | None = None,
    limit: int | None = None,
) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "name": name,
            "label": label,
            "tag": tag,
            "version": version,
            "from_updated_at": from_updated_at,
            "to_updated_at": to_updated_at,
            "page": page,
            "limit": limit,
        },
    )


def parse(content: bytes) -> models.PromptList:
    """Read a successful answer."""
    answer: models.PromptList = reads(lambda: models.PromptList)(
        load(content, shape=_Shape("object", fields=lambda: contract_of(models.PromptList), known=True))
    )
    return answer
