# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A message to an agent, as JSON-RPC has it."""

from __future__ import annotations

from typing import Literal, Required, TypedDict

from .. import models

RPCSendMessage = TypedDict(
    "RPCSendMessage",
    {
        "jsonrpc": "Required[Literal['2.0']]",
        "method": "Required[Literal['message/send']]",
        "params": "Required[models.RPCMessageParams]",  # The message, and how to take it.
        "id": "Required[Literal[1]]",
    },
    total=False,
)
