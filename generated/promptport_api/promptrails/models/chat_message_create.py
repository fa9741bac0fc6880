# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Something to say to an agent."""

from __future__ import annotations

from typing import Required, TypedDict

ChatMessageCreate = TypedDict(
    "ChatMessageCreate",
    {
        "content": "Required[str]",  # The text.
    },
    total=False,
)
