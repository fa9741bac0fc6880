# Made by `nox -s generate` from openapi/xr2.yaml: change the contract or a template, never this file.
"""Which version of which prompt."""

from __future__ import annotations

from typing import Required, TypedDict

GetPromptRequest = TypedDict(
    "GetPromptRequest",
    {
        "slug": "Required[str]",  # The prompt's slug.
        "source_name": "Required[str]",  # A label for the caller, echoed in the answer. It never takes part in the choice.
        "version_number": "int | None",  # The number of a version. Given, it leaves A/B tests alone.
        "status": "str | None",  # Only versions of this status: `draft`, `testing`, `production`, `inactive`...
    },
    total=False,
)
