# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""What can change in a score."""

from __future__ import annotations

from typing import TypedDict

ScoreUpdate = TypedDict(
    "ScoreUpdate",
    {
        "value": "float | None",  # The verdict, where it is a number.
        "string_value": "str | None",  # The verdict, where it is one of several words.
        "bool_value": "bool | None",  # The verdict, where it is yes or no.
        "comment": "str | None",  # What to say beside it.
    },
    total=False,
)
