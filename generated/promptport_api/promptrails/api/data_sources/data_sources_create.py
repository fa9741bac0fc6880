# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Make a data source.  POST /api/v1/data-sources"""

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
    "data_sources_create",
    "POST",
    "/api/v1/data-sources",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("name", "name", "body", "string", required=True),
        Parameter("type", "type", "body", "string", required=True),
    ),
)


def request(*, name: str, type: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "name": name,
            "type": type,
        },
    )


def parse(content: bytes) -> models.DataSource:
    """Read a successful answer."""
    answer: models.DataSource = reads(lambda: models.DataSource)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.DataSource), known=True))
    )
    return answer
