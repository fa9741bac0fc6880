# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""What can change in the definition of a score."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypedDict

ScoreConfigUpdate = TypedDict(
    "ScoreConfigUpdate",
    {
        "name": "str | None",  # The name of the scores.
        "description": "str | None",  # What is judged.
        "is_active": "bool | None",  # Whether it is in use.
        "min_value": "float | None",  # The least value.
        "max_value": "float | None",  # The greatest value.
        "categories": "Sequence[Any] | None",  # The words to choose from; objects, or plain texts.
    },
    total=False,
)
