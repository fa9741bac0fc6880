# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""Remove an observation of an experiment that has not started.  DELETE /api/v1/experiments/{experimentId}/observations/{observationId}"""

from __future__ import annotations

from promptport.model import (
    History,
    Operation,
    Parameter,
    Request,
    nothing,
)

OPERATION = Operation(
    "delete_observation",
    "DELETE",
    "/api/v1/experiments/{experiment_id}/observations/{observation_id}",
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
    parameters=(
        Parameter("experiment_id", "experimentId", "path", "string", required=True),
        Parameter("observation_id", "observationId", "path", "integer", required=True),
    ),
    history=History(
        name="delete_observation", until="0.17.0", removed_in="0.18.0", replaced_by=("delete_dataset_case",)
    ),
)


def request(experiment_id: str, observation_id: int) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "experiment_id": experiment_id,
            "observation_id": observation_id,
        },
    )


def parse(content: bytes) -> None:
    """Read a successful answer."""
    answer: None = nothing(content)
    return answer
