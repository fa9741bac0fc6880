# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""What can change in a guardrail."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypedDict

GuardrailUpdate = TypedDict(
    "GuardrailUpdate",
    {
        "action": "str | None",  # `block`, `redact` or `log`.
        "config": "Mapping[str, Any] | None",  # Settings of the scanner.
        "is_active": "bool | None",  # Whether it is switched on.
    },
    total=False,
)
