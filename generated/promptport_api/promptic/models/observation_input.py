# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""An observation to be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Required, TypedDict

ObservationInput = TypedDict(
    "ObservationInput",
    {
        "variables": "Required[Mapping[str, Any]]",  # The values of the prompt's variables.
        "expected": "Required[str]",  # The answer that is right.
        "split": "Literal['train', 'eval'] | str",  # `train` or `eval`; the latter where it is left out.
        "idx": "int",  # Its place among the observations.
    },
    total=False,
)
