# Made by `nox -s generate` from openapi/scope.yaml: change the contract or a template, never this file.
"""An account and its key, under their older names."""

from __future__ import annotations

from typing import Required, TypedDict

SdkTokenRequest = TypedDict(
    "SdkTokenRequest",
    {
        "account_id": "Required[str]",  # The organisation's id.
        "key_id": "Required[str]",  # The API key.
        "key_secret": "Required[str]",  # The API secret.
    },
    total=False,
)
