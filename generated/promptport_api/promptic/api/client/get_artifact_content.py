# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The bytes of an artifact.  GET /api/v1/artifacts/{artifactId}/content"""

from __future__ import annotations

from promptport.model import (
    History,
    Operation,
    Parameter,
    Request,
)

OPERATION = Operation(
    "get_artifact_content",
    "GET",
    "/api/v1/artifacts/{artifact_id}/content",
    "https://promptic.eu",
    security=(
        "session",
        "application",
        "workspace",
        "key",
    ),
    alternatives=(("session", "application"), ("session", "workspace"), ("key",)),
    repeatable=True,
    accept="*/*",
    parameters=(Parameter("artifact_id", "artifactId", "path", "string", required=True),),
    redirects=True,
    history=History(name="get_artifact_content", since="0.15.0"),
)


def request(artifact_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "artifact_id": artifact_id,
        },
    )


def parse(content: bytes) -> bytes:
    """Read a successful answer."""
    answer: bytes = content
    return answer
