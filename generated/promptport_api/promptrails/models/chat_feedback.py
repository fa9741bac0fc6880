# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Whether an answer was good."""

from __future__ import annotations

from typing import Literal, Required, TypedDict

ChatFeedback = TypedDict(
    "ChatFeedback",
    {
        "execution_id": "Required[str]",  # The execution that answered.
        "value": "Required[Literal[-1, 1] | int]",  # 1 for good, -1 for bad.
    },
    total=False,
)
