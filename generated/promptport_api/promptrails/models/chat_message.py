# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A message of a conversation."""

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
class ChatMessage(Model):
    """A message of a conversation.

    Attributes:
        id: Its identifier.
        session_id: The session's identifier.
        role: `user` or `assistant`.
        content: Its text.
        metadata: What belongs to it.
        tool_calls: The tools that the assistant called.
        tool_results: What they answered.
        model: The name of the model that wrote it.
        cost: What it cost, in dollars.
        token_count: How many tokens it took.
        prompt_tokens: Tokens that the model read.
        completion_tokens: Tokens that it wrote.
        created_at: When it was made, as RFC 3339 has it.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True, absent=""),
        Field("session_id", "session_id", "session_id", "string", absent=""),
        Field("role", "role", "role", "string", absent=""),
        Field("content", "content", "content", "string", absent=""),
        Field("metadata", "metadata", "metadata", "object|null", absent={}),
        Field("tool_calls", "tool_calls", "tool_calls"),
        Field("tool_results", "tool_results", "tool_results"),
        Field("model", "model", "model", "string|null"),
        Field("cost", "cost", "cost", "number|null"),
        Field("token_count", "token_count", "token_count", "integer|null"),
        Field("prompt_tokens", "prompt_tokens", "prompt_tokens", "integer|null"),
        Field("completion_tokens", "completion_tokens", "completion_tokens", "integer|null"),
        Field("created_at", "created_at", "created_at", "string", absent=""),
    )
    ITSELF: ClassVar[str] = "data"

    id: str = ""
    session_id: str = ""
    role: str = ""
    content: str = ""
    metadata: dict[str, Any] = field(factory=dict)
    tool_calls: dict[str, Any] | None = None
    tool_results: dict[str, Any] | None = None
    model: str | None = None
    cost: float | None = None
    token_count: int | None = None
    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    created_at: str = ""
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
