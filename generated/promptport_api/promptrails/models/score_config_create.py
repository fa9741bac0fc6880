# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""What scores of one name will look like."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Required, TypedDict

ScoreConfigCreate = TypedDict(
    "ScoreConfigCreate",
    {
        "name": "Required[str]",  # The name of the scores.
        "data_type": "str",  # `numeric`, `categorical` or `boolean`.
        "min_value": "float",  # The least value.
        "max_value": "float",  # The greatest value.
        "categories": "Sequence[Any]",  # The words to choose from; objects, or plain texts.
        "description": "str",  # What is judged.
    },
    total=False,
)
