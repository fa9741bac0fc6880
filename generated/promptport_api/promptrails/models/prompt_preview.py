# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""What to try a prompt with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Required, TypedDict

PromptPreview = TypedDict(
    "PromptPreview",
    {
        "input": "Required[Mapping[str, Any]]",  # The values of its variables.
        "version_id": "str",  # The version to try, in place of the current one.
    },
    total=False,
)
