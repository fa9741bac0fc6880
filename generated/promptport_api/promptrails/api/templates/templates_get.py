# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""One template.  GET /api/v1/templates/{template_id}"""

from __future__ import annotations

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
    "templates_get",
    "GET",
    "/api/v1/templates/{template_id}",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(Parameter("template_id", "template_id", "path", "string", required=True),),
    history=History(name="templates.get", until="0.8.0", removed_in="0.9.0"),
)


def request(template_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "template_id": template_id,
        },
    )


def parse(content: bytes) -> models.FlowTemplate:
    """Read a successful answer."""
    answer: models.FlowTemplate = reads(lambda: models.FlowTemplate)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.FlowTemplate), known=True))
    )
    return answer
