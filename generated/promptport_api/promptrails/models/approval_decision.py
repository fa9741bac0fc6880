# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""An answer to the question whether an execution may go on."""

from __future__ import annotations

from typing import Literal, Required, TypedDict

ApprovalDecision = TypedDict(
    "ApprovalDecision",
    {
        "decision": "Required[Literal['approved', 'rejected'] | str]",  # `approved` or `rejected`.
        "reason": "str",  # Why.
    },
    total=False,
)
