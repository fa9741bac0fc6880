# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A message to an agent."""

from __future__ import annotations

from typing import Required, TypedDict

from .. import models

RPCMessageParams = TypedDict(
    "RPCMessageParams",
    {
        "message": "Required[models.RPCMessage]",  # The message.
        "task_id": "str | None",  # The task that it goes on with.
        "context_id": "str | None",  # What it belongs to.
        "configuration": "models.RPCConfiguration | None",  # How to take it.
    },
    total=False,
)
