# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Remove a definition.  DELETE /api/v1/score-configs/{config_id}"""

from __future__ import annotations

from promptport.model import (
    History,
    Operation,
    Parameter,
    Request,
    nothing,
)

OPERATION = Operation(
    "scores_delete_config",
    "DELETE",
    "/api/v1/score-configs/{config_id}",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(Parameter("config_id", "config_id", "path", "string", required=True),),
    history=History(name="scores.delete_config", until="0.8.0", removed_in="0.9.0"),
)


def request(config_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "config_id": config_id,
        },
    )


def parse(content: bytes) -> None:
    """Read a successful answer."""
    answer: None = nothing(content)
    return answer
