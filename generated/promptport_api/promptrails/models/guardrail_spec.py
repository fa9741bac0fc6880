# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A check of what goes into a version of an agent or comes out of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Required, TypedDict

GuardrailSpec = TypedDict(
    "GuardrailSpec",
    {
        "type": "Required[str]",  # `input` or `output`.
        "scanner_type": "Required[str]",  # What it looks for, such as `pii`.
        "action": "str",  # What it does when it finds something: `block`, `redact` or `log`.
        "config": "Mapping[str, Any] | None",  # Settings of the scanner.
        "is_active": "bool",  # Whether it is switched on.
        "sort_order": "int | None",  # Its place in the order.
        "id": "str | None",  # Its identifier; in answers only.
    },
    total=False,
)
