# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A message to an agent, as JSON-RPC has it."""

from __future__ import annotations

from typing import Required, TypedDict

from .. import models

RPCSendMessage = TypedDict(
    "RPCSendMessage",
    {
        "jsonrpc": "Required[str]",
        "method": "Required[str]",
        "params": "Required[models.RPCMessageParams]",  # The message, and how to take it.
        "id": "Required[int]",
    },
    total=False,
)
