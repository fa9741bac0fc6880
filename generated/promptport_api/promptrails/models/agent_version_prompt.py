# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A prompt's place in a version of an agent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
    contract_of,
    reads,
)
from promptport.model import Shape as _Shape

from .. import models


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class AgentVersionPrompt(Model):
    """A prompt's place in a version of an agent.

    Attributes:
        id: Its identifier.
        agent_version_id: The version's identifier.
        prompt_id: The prompt's identifier.
        role: The part that the prompt plays, such as `step1`.
        sort_order: Its place in the order.
        prompt: The prompt itself, where the server puts it in.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string"),
        Field("agent_version_id", "agent_version_id", "agent_version_id", "string"),
        Field("prompt_id", "prompt_id", "prompt_id", "string"),
        Field("role", "role", "role", "string"),
        Field("sort_order", "sort_order", "sort_order", "integer"),
        Field(
            "prompt",
            "prompt",
            "prompt",
            _Shape("object|null", fields=lambda: contract_of(models.Prompt)),
            convert=reads(lambda: models.Prompt),
        ),
    )
    ITSELF: ClassVar[str] = "data"

    id: str | None = None
    agent_version_id: str | None = None
    prompt_id: str | None = None
    role: str | None = None
    sort_order: int | None = None
    prompt: models.Prompt | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
