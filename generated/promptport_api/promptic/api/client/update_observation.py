# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""Change an observation of an experiment that has not started.  PATCH /api/v1/experiments/{experimentId}/observations/{observationId}"""

from __future__ import annotations

from typing import Unpack

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
    "update_observation",
    "PATCH",
    "/api/v1/experiments/{experiment_id}/observations/{observation_id}",
    "https://promptic.eu",
    security=(
        "session",
        "application",
        "workspace",
        "key",
    ),
    alternatives=(("session", "application"), ("session", "workspace"), ("key",)),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("experiment_id", "experimentId", "path", "string", required=True),
        Parameter("observation_id", "observationId", "path", "integer", required=True),
        Parameter("fields", "", "fields", "object", names=("variables", "expected", "split", "idx")),
    ),
    history=History(
        name="update_observation", until="0.17.0", removed_in="0.18.0", replaced_by=("update_dataset_case",)
    ),
)


def request(experiment_id: str, observation_id: int, **fields: Unpack[models.ObservationChanges]) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "experiment_id": experiment_id,
            "observation_id": observation_id,
            "fields": fields,
        },
    )


def parse(content: bytes) -> models.Observation:
    """Read a successful answer."""
    answer: models.Observation = load(content, shape=_Shape("object", fields=lambda: contract_of(models.Observation)))
    return answer
