# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The settings of an optimisation."""

from __future__ import annotations

from promptport.model import Fields as _Fields
from promptport.model import (
    describe,
)
from typing_extensions import TypedDict

Hyperparameters = TypedDict(
    "Hyperparameters",
    {
        "epochs": "int",  # How many iterations to try.
        "trainSplitRatio": "float",  # The part of the observations to train on; without it, none is held out.
        "numFewShots": "int",  # How many examples a prompt may show.
        "enableCot": "bool",  # Whether prompts ask for reasoning first.
    },
    total=False,
)
describe(
    Hyperparameters,
    _Fields({"epochs": "integer", "trainSplitRatio": "number", "numFewShots": "integer", "enableCot": "boolean"}, ()),
)
