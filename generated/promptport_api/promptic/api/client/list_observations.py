# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The observations of an experiment.  GET /api/v1/experiments/{experimentId}/observations"""

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
    "list_observations",
    "GET",
    "/api/v1/experiments/{experiment_id}/observations",
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
    parameters=(Parameter("experiment_id", "experimentId", "path", "string", required=True),),
    history=History(name="list_observations", until="0.17.0", removed_in="0.18.0", replaced_by=("list_dataset_cases",)),
)


def request(experiment_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "experiment_id": experiment_id,
        },
    )


def parse(content: bytes) -> models.ObservationList:
    """Read a successful answer."""
    answer: models.ObservationList = load(
        content, shape=_Shape("object", fields=lambda: contract_of(models.ObservationList), needs="data")
    )
    return answer
