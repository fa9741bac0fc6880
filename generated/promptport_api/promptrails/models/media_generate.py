# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A picture, speech or film to be made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Required, TypedDict

MediaGenerate = TypedDict(
    "MediaGenerate",
    {
        "provider": "Required[str]",  # Who makes it.
        "media_type": "Required[str]",  # `image`, `speech` or `video`.
        "model": "Required[str]",  # The provider's name of the model.
        "prompt": "str",  # What to make.
        "input_url": "str",  # Where the file is that it is made from.
        "config": "Mapping[str, Any]",  # Settings of the model.
        "guardrails": "Sequence[Mapping[str, Any]]",  # Checks of the prompt.
    },
    total=False,
)
