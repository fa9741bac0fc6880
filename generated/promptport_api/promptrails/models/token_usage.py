# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""How many tokens a model read and wrote."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
)


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class TokenUsage(Model):
    """How many tokens a model read and wrote.

    Attributes:
        prompt_tokens: Tokens that it read.
        completion_tokens: Tokens that it wrote.
        total_tokens: Both together.
        cached_tokens: Those of the tokens read that the provider had kept. Since promptrails 0.5.0.
        cache_creation_tokens: Those that it keeps from now on. Since promptrails 0.5.0.
        reasoning_tokens: Those of the tokens written that are its reasoning. Since promptrails 0.5.0.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("prompt_tokens", "prompt_tokens", "prompt_tokens", "integer|null"),
        Field("completion_tokens", "completion_tokens", "completion_tokens", "integer|null"),
        Field("total_tokens", "total_tokens", "total_tokens", "integer|null"),
        Field("cached_tokens", "cached_tokens", "cached_tokens", "integer|null"),
        Field("cache_creation_tokens", "cache_creation_tokens", "cache_creation_tokens", "integer|null"),
        Field("reasoning_tokens", "reasoning_tokens", "reasoning_tokens", "integer|null"),
    )
    ITSELF: ClassVar[str] = "data"

    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    total_tokens: int | None = None
    cached_tokens: int | None = None
    cache_creation_tokens: int | None = None
    reasoning_tokens: int | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
