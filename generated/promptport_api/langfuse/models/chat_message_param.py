# Made by `nox -s generate` from openapi/langfuse.yaml: change the contract or a template, never this file.
"""A message of a chat, or a place for others, which has `type` and `name`."""

from __future__ import annotations

from typing import TypedDict

ChatMessageParam = TypedDict(
    "ChatMessageParam",
    {
        "type": "str",  # `placeholder` for a place for messages.
        "role": "str",  # Who says it.
        "content": "str",  # What is said.
        "name": "str",  # The place's name.
    },
    total=False,
)
