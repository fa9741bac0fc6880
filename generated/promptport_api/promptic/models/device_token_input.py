# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The question for a token."""

from __future__ import annotations

from typing import Required, TypedDict

DeviceTokenInput = TypedDict(
    "DeviceTokenInput",
    {
        "device_code": "Required[str]",  # The code of the device.
        "client_id": "Required[str]",  # The program.
        "grant_type": "Required[str]",  # How it asks.
    },
    total=False,
)
