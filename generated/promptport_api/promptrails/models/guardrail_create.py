# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A guardrail to be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Required, TypedDict

GuardrailCreate = TypedDict(
    "GuardrailCreate",
    {
        "type": "Required[str]",  # `input` or `output`.
        "scanner_type": "Required[str]",  # What it looks for, such as `pii`.
        "action": "str",  # What it does when it finds something: `block`, `redact` or `log`.
        "config": "Mapping[str, Any]",  # Settings of the scanner.
        "is_active": "bool",  # Since promptrails 0.9.0. Whether it is switched on, as it is where nothing is said.
        "sort_order": "int",  # Since promptrails 0.9.0. Its place in the order.
    },
    total=False,
)
