# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""Which experiment's prompt a component uses."""

from __future__ import annotations

from typing import Required

from promptport.model import Fields as _Fields
from promptport.model import Shape as _Shape
from promptport.model import (
    contract_of,
    describe,
)
from typing_extensions import TypedDict

from .. import models

Deployment = TypedDict(
    "Deployment",
    {
        "aiComponentId": Required["str"],  # The component.
        "experimentId": Required["str"],  # The experiment.
        "experiment": Required["models.Experiment"],
    },
    total=False,
)
describe(
    Deployment,
    _Fields(
        {
            "aiComponentId": "string",
            "experimentId": "string",
            "experiment": _Shape("object", fields=lambda: contract_of(models.Experiment)),
        },
        ("aiComponentId", "experimentId", "experiment"),
    ),
)
