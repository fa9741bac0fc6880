# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""What is known of an artifact: its size, its type, its SHA-256.  GET /api/v1/artifacts/{artifactId}"""

from __future__ import annotations

from promptport.model import (
    History,
    Operation,
    Parameter,
    Request,
    contract_of,
    load,
)
from promptport.model import Shape as _Shape

from ... import models

OPERATION = Operation(
    "get_artifact",
    "GET",
    "/api/v1/artifacts/{artifact_id}",
    "https://promptic.eu",
    security=(
        "session",
        "application",
        "workspace",
        "key",
    ),
    alternatives=(("session", "application"), ("session", "workspace"), ("key",)),
    repeatable=True,
    accept="application/json",
    parameters=(Parameter("artifact_id", "artifactId", "path", "string", required=True),),
    history=History(name="get_artifact", since="0.15.0"),
)


def request(artifact_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "artifact_id": artifact_id,
        },
    )


def parse(content: bytes) -> models.TraceArtifact:
    """Read a successful answer."""
    answer: models.TraceArtifact = load(
        content, shape=_Shape("object", fields=lambda: contract_of(models.TraceArtifact))
    )
    return answer
