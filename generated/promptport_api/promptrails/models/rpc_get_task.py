# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A question for a task, as JSON-RPC has it."""

from __future__ import annotations

from typing import Literal, Required, TypedDict

from .. import models

RPCGetTask = TypedDict(
    "RPCGetTask",
    {
        "jsonrpc": "Required[Literal['2.0']]",
        "method": "Required[Literal['tasks/get']]",
        "params": "Required[models.RPCTaskParams]",  # Which task.
        "id": "Required[Literal[1]]",
    },
    total=False,
)
