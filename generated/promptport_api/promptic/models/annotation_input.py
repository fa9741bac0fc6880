# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""What a person thinks of a trace."""

from __future__ import annotations

from typing import Literal, Required, TypedDict

AnnotationInput = TypedDict(
    "AnnotationInput",
    {
        "traceDbId": "Required[str]",  # The trace's id in the database (`id`).
        "rating": "Literal['positive', 'negative'] | str",  # `positive` or `negative`.
        "comment": "str",  # What was good or bad about it, in words.
    },
    total=False,
)
