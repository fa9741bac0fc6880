# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""What can change of an observation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypedDict

ObservationChanges = TypedDict(
    "ObservationChanges",
    {
        "variables": "Mapping[str, Any]",  # The values of the prompt's variables.
        "expected": "str",  # The answer that is right.
        "split": "Literal['train', 'eval'] | str",  # `train` or `eval`.
        "idx": "int",  # Its place among the observations.
    },
    total=False,
)
