# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""Which experiment's prompt a component uses from now on."""

from __future__ import annotations

from typing import Required

from promptport.model import Fields as _Fields
from promptport.model import (
    describe,
)
from typing_extensions import TypedDict

DeploymentCreated = TypedDict(
    "DeploymentCreated",
    {
        "aiComponentId": Required["str"],  # The component.
        "experimentId": Required["str"],  # The experiment.
    },
    total=False,
)
describe(
    DeploymentCreated, _Fields({"aiComponentId": "string", "experimentId": "string"}, ("aiComponentId", "experimentId"))
)
