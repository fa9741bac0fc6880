# Made by `nox -s generate` from openapi/langfuse.yaml: change the contract or a template, never this file.
"""A version that is to be made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, Required, TypedDict

from .. import models

CreatePromptRequest = TypedDict(
    "CreatePromptRequest",
    {
        "name": "Required[str]",  # The prompt's name.
        "prompt": "Required[str | Sequence[models.ChatMessageParam]]",  # The text; or the messages of a chat.
        "type": "Literal['text', 'chat'] | str | None",  # `text` where it is left out; `chat` needs messages.
        "labels": "Sequence[str]",  # Labels of 1 to 36 characters: a-z, 0-9, `_`, `-` and `.`.
        "tags": "Sequence[str] | None",  # They replace those of every version; left out, these stay.
        "config": "Any",  # Settings for a model, and whatever else; any JSON.
        "commitMessage": "str | None",  # What its author says of it.
    },
    total=False,
)
