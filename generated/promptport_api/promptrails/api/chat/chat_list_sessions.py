# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A page of conversations.  GET /api/v1/chat/sessions"""

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
    "chat_list_sessions",
    "GET",
    "/api/v1/chat/sessions",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(
        Parameter("page", "page", "query", "integer", default=1),
        Parameter("limit", "limit", "query", "integer", default=20),
    ),
)


def request(*, page: int = 1, limit: int = 20) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "page": page,
            "limit": limit,
        },
    )


def parse(content: bytes) -> models.ChatSessionPage:
    """Read a successful answer."""
    answer: models.ChatSessionPage = reads(lambda: models.ChatSessionPage)(
        load(
            content,
            shape=_Shape("object", fields=lambda: contract_of(models.ChatSessionPage), needs="data", known=True),
        )
    )
    return answer
