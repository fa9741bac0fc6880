# Made by `nox -s generate` from openapi/scope.yaml: change the contract or a template, never this file.
"""An application's credentials."""

from __future__ import annotations

from typing import Required, TypedDict

LoginRequest = TypedDict(
    "LoginRequest",
    {
        "account_id": "Required[str]",  # The organisation's id.
        "client_id": "Required[str]",  # The API key.
        "client_secret": "Required[str]",  # The API secret.
    },
    total=False,
)
