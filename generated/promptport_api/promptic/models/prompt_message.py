# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""A message of a prompt."""

from __future__ import annotations

from typing import Literal, Required

from promptport.model import Fields as _Fields
from promptport.model import (
    describe,
)
from typing_extensions import TypedDict

PromptMessage = TypedDict(
    "PromptMessage",
    {
        "role": Required["Literal['system', 'user', 'assistant']"],  # `system`, `user` or `assistant`.
        "content": Required["str"],  # The text.
    },
    total=False,
)
describe(PromptMessage, _Fields({"role": "string", "content": "string"}, ("role", "content")))
