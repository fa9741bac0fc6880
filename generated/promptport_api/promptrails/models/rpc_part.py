# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A part of a message."""

from __future__ import annotations

from typing import Required, TypedDict

RPCPart = TypedDict(
    "RPCPart",
    {
        "type": "Required[str]",  # Its kind: `text`.
        "text": "str",  # The text.
    },
    total=False,
)
