# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""One session.  GET /api/v1/sessions/{session_id}"""

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
    "sessions_get",
    "GET",
    "/api/v1/sessions/{session_id}",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(Parameter("session_id", "session_id", "path", "string", required=True),),
    history=History(name="sessions.get", until="0.8.0", removed_in="0.9.0"),
)


def request(session_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "session_id": session_id,
        },
    )


def parse(content: bytes) -> models.SessionSummary:
    """Read a successful answer."""
    answer: models.SessionSummary = reads(lambda: models.SessionSummary)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.SessionSummary), known=True))
    )
    return answer
