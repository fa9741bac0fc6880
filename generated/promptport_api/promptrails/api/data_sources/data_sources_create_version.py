# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Make a version of a data source.  POST /api/v1/data-sources/{data_source_id}/versions"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

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
    "data_sources_create_version",
    "POST",
    "/api/v1/data-sources/{data_source_id}/versions",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("data_source_id", "data_source_id", "path", "string", required=True),
        Parameter("version", "version", "body", "string", required=True),
        Parameter("query_template", "query_template", "body", "string", default=""),
        Parameter("credential_id", "credential_id", "body", "string"),
        Parameter("connection_config", "connection_config", "body", "object"),
        Parameter("parameters", "parameters", "body", "array"),
        Parameter("set_current", "set_current", "body", "boolean", default=False),
        Parameter("message", "message", "body", "string"),
    ),
)


def request(
    data_source_id: str,
    *,
    version: str,
    query_template: str = "",
    credential_id: str | None = None,
    connection_config: Mapping[str, Any] | None = None,
    parameters: Sequence[Mapping[str, Any]] | None = None,
    set_current: bool = False,
    message: str | None = None,
) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "data_source_id": data_source_id,
            "version": version,
            "query_template": query_template,
            "credential_id": credential_id,
            "connection_config": connection_config,
            "parameters": parameters,
            "set_current": set_current,
            "message": message,
        },
    )


def parse(content: bytes) -> models.DataSourceVersion:
    """Read a successful answer."""
    answer: models.DataSourceVersion = reads(lambda: models.DataSourceVersion)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.DataSourceVersion), known=True))
    )
    return answer
