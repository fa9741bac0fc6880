# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""Which program wants to be let in."""

from __future__ import annotations

from typing import Required, TypedDict

DeviceCodeInput = TypedDict(
    "DeviceCodeInput",
    {
        "client_id": "Required[str]",  # The program.
        "scope": "str",  # What it wants to know of the person.
    },
    total=False,
)
