# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""All versions of a data source.  GET /api/v1/data-sources/{data_source_id}/versions"""

from __future__ import annotations

from promptport.model import (
    Operation,
    Parameter,
    Request,
    array,
    contract_of,
    load,
    reads,
)
from promptport.model import Shape as _Shape

from ... import models

OPERATION = Operation(
    "data_sources_list_versions",
    "GET",
    "/api/v1/data-sources/{data_source_id}/versions",
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


def parse(content: bytes) -> list[models.DataSourceVersion]:
    """Read a successful answer."""
    answer: list[models.DataSourceVersion] = array(reads(lambda: models.DataSourceVersion))(
        load(
            content,
            "data",
            shape=_Shape("array", items=_Shape("object", fields=lambda: contract_of(models.DataSourceVersion))),
        )
    )
    return answer
