# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""An end to a task, as JSON-RPC has it."""

from __future__ import annotations

from typing import Literal, Required, TypedDict

from .. import models

RPCCancelTask = TypedDict(
    "RPCCancelTask",
    {
        "jsonrpc": "Required[Literal['2.0']]",
        "method": "Required[Literal['tasks/cancel']]",
        "params": "Required[models.RPCTaskParams]",  # Which task.
        "id": "Required[Literal[1]]",
    },
    total=False,
)
