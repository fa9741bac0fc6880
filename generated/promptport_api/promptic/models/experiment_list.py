# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""A part of the experiments, the newest first."""

from __future__ import annotations

from typing import Required

from typing_extensions import TypedDict

from .. import models

ExperimentList = TypedDict(
    "ExperimentList",
    {
        "data": "Required[list[models.Experiment]]",  # The experiments.
    },
    total=False,
)
