# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""Settings of an optimisation."""

from __future__ import annotations

from typing import TypedDict

HyperparametersInput = TypedDict(
    "HyperparametersInput",
    {
        "epochs": "int",  # How many iterations to try; 3 where it is left out.
        "trainSplitRatio": "float",  # The part of the observations to train on; without it, none is held out.
        "numFewShots": "int",  # How many examples a prompt may show; 8 where it is left out.
        "enableCot": "bool",  # Whether prompts ask for reasoning first.
    },
    total=False,
)
