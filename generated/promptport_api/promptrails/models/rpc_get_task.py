# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A question for a task, as JSON-RPC has it."""

from __future__ import annotations

from typing import Required, TypedDict

from .. import models

RPCGetTask = TypedDict(
    "RPCGetTask",
    {
        "jsonrpc": "Required[str]",
        "method": "Required[str]",
        "params": "Required[models.RPCTaskParams]",  # Which task.
        "id": "Required[int]",
    },
    total=False,
)
