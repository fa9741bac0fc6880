# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""One data source.  GET /api/v1/data-sources/{data_source_id}"""

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
    "data_sources_get",
    "GET",
    "/api/v1/data-sources/{data_source_id}",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(Parameter("data_source_id", "data_source_id", "path", "string", required=True),),
)


def request(data_source_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "data_source_id": data_source_id,
        },
    )


def parse(content: bytes) -> models.DataSource:
    """Read a successful answer."""
    answer: models.DataSource = reads(lambda: models.DataSource)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.DataSource), known=True))
    )
    return answer
