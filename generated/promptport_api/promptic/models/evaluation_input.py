# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""An evaluation to be."""

from __future__ import annotations

from typing import Required, TypedDict

EvaluationInput = TypedDict(
    "EvaluationInput",
    {
        "datasetId": "Required[str]",  # The dataset.
        "name": "str",  # Its name.
        "runId": "str",  # A run of the dataset; without it, the evaluation is about the whole dataset.
    },
    total=False,
)
