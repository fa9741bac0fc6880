# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Report spans of your own.  POST /api/v1/traces/ingest"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from promptport.model import (
    History,
    Operation,
    Parameter,
    Request,
    load,
    loose,
)
from promptport.model import Shape as _Shape

OPERATION = Operation(
    "traces_ingest",
    "POST",
    "/api/v1/traces/ingest",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(Parameter("spans", "spans", "body", "array", required=True),),
    history=History(name="traces.ingest", since="0.9.0"),
)


def request(spans: Sequence[Mapping[str, Any]]) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "spans": spans,
        },
    )


def parse(content: bytes) -> dict[str, Any]:
    """Read a successful answer."""
    answer: dict[str, Any] = loose("data")(load(content, "data", shape=_Shape("object")))
    return answer
