# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Who decides on executions that wait."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

ApprovalPolicy = TypedDict(
    "ApprovalPolicy",
    {
        "mode": "str | None",  # `admins`, which is meant where nothing is said, `assigned` or `any_member`.
        "member_ids": "Sequence[str] | None",  # Who is assigned.
    },
    total=False,
)
