"""Promptic's prompts in the terms of all platforms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from promptport_api.promptic.models import DeployedPrompt

from ..platform import Fetched, Query


def fetched(query: Query, prompt: DeployedPrompt) -> Fetched:
    """A prompt that Promptic answered."""
    messages: list[Mapping[str, Any]] = [each.to_dict() for each in prompt.prompt_messages or ()]
    config = {"model": prompt.model, "provider": prompt.provider, "schema": prompt.schema_snapshot}
    return Fetched(
        query.name,
        tuple(messages) or ({"role": "user", "content": prompt.prompt or ""},),
        id=None if prompt.iteration_id is None else str(prompt.iteration_id),
        config={name: value for name, value in config.items() if value is not None},
    )
