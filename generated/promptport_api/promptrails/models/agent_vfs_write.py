# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A file to be."""

from __future__ import annotations

from typing import Literal, Required, TypedDict

AgentVFSWrite = TypedDict(
    "AgentVFSWrite",
    {
        "path": "Required[str]",  # Where it goes, from `/` on.
        "content": "Required[str]",  # Its text.
        "mode": "Literal['overwrite', 'append'] | str",  # What becomes of the text that is there: `overwrite` or `append`.
        "mime_type": "str",  # Its media type; else its name says.
    },
    total=False,
)
