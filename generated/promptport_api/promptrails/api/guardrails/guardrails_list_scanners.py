# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""What guardrails can look for.  GET /api/v1/guardrails/scanners"""

from __future__ import annotations

from promptport.model import (
    History,
    Operation,
    Request,
    array,
    contract_of,
    load,
    reads,
)
from promptport.model import Shape as _Shape

from ... import models

OPERATION = Operation(
    "guardrails_list_scanners",
    "GET",
    "/api/v1/guardrails/scanners",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    history=History(name="guardrails.list_scanners", since="0.9.0"),
)


def request() -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(OPERATION, {})


def parse(content: bytes) -> list[models.ScannerMeta]:
    """Read a successful answer."""
    answer: list[models.ScannerMeta] = array(reads(lambda: models.ScannerMeta))(
        load(
            content,
            "data",
            shape=_Shape("array", items=_Shape("object", fields=lambda: contract_of(models.ScannerMeta))),
        )
    )
    return answer
