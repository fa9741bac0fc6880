# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A verdict to be."""

from __future__ import annotations

from typing import Required, TypedDict

ScoreCreate = TypedDict(
    "ScoreCreate",
    {
        "trace_id": "Required[str]",  # The trace that it is about.
        "name": "Required[str]",  # What is judged.
        "value": "float",  # The verdict, where it is a number.
        "string_value": "str",  # The verdict, where it is one of several words.
        "bool_value": "bool",  # The verdict, where it is yes or no.
        "data_type": "str",  # `numeric`, `categorical` or `boolean`.
        "source": "str",  # Who judges: `manual`, `api`, or a model.
        "span_id": "str",  # The span that it is about.
        "config_id": "str",  # The definition that it follows.
        "comment": "str",  # What to say beside it.
    },
    total=False,
)
