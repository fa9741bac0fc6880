# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""What is said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Required, TypedDict

from .. import models

RPCMessage = TypedDict(
    "RPCMessage",
    {
        "role": "Required[str]",  # `user`.
        "parts": "Required[Sequence[models.RPCPart]]",  # What it holds.
    },
    total=False,
)
