# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""An experiment that will run."""

from __future__ import annotations

from typing import Required

from promptport.model import Fields as _Fields
from promptport.model import (
    describe,
)
from typing_extensions import TypedDict

ExperimentStarted = TypedDict(
    "ExperimentStarted",
    {
        "messageId": Required["str"],  # Its place in the queue.
        "status": Required["str"],  # `scheduled`.
    },
    total=False,
)
describe(ExperimentStarted, _Fields({"messageId": "string", "status": "string"}, ("messageId", "status")))
