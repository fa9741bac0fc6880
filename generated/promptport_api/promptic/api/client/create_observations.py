# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""Add observations to an experiment that has not started.  POST /api/v1/experiments/{experimentId}/observations"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

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
    "create_observations",
    "POST",
    "/api/v1/experiments/{experiment_id}/observations",
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
        Parameter("observations", "body", "whole", "array", required=True),
    ),
    history=History(
        name="create_observations", until="0.17.0", removed_in="0.18.0", replaced_by=("create_dataset_cases",)
    ),
)


def request(
    experiment_id: str, observations: Sequence[models.ObservationInput] | Sequence[Mapping[str, Any]]
) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "experiment_id": experiment_id,
            "observations": observations,
        },
    )


def parse(content: bytes) -> models.ObservationList:
    """Read a successful answer."""
    answer: models.ObservationList = load(
        content, shape=_Shape("object", fields=lambda: contract_of(models.ObservationList), needs="data")
    )
    return answer
