# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A model of the catalogue."""

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
class LLMModel(Model):
    """A model of the catalogue.

    Attributes:
        id: Its identifier.
        provider: Who runs it, such as `openai`.
        model_id: The provider's name for it.
        display_name: Its name for people.
        input_price: Dollars for a million tokens that it reads.
        output_price: Dollars for a million tokens that it writes.
        max_tokens: How many tokens it writes at the most.
        supports_vision: Whether it takes pictures.
        supports_tools: Whether it calls tools.
        supports_json: Whether it can be held to JSON.
        supports_streaming: Whether it answers piece by piece.
        is_active: Whether it can be used.
        cached_input_price: Dollars for a million tokens that the provider had kept. Since promptrails 0.5.0.
        supports_temperature: Whether it takes a temperature. Since promptrails 0.5.0.
        supports_top_p: Whether it takes `top_p`. Since promptrails 0.5.0.
        supports_top_k: Whether it takes `top_k`. Since promptrails 0.5.0.
        supports_reasoning: Whether it reasons before it answers. Since promptrails 0.5.0.
        supports_web_search: Whether it searches the web. Since promptrails 0.5.0.
        supports_prompt_caching: Whether it keeps what it has read. Since promptrails 0.5.0.
        is_deprecated: Whether its provider gives it up. Since promptrails 0.5.0.
        deprecated_at: Since when, as RFC 3339 has it. Since promptrails 0.5.0.
        created_at: When it was made, as RFC 3339 has it. Since promptrails 0.5.0.
        updated_at: When it was last changed, as RFC 3339 has it. Since promptrails 0.5.0.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True, absent=""),
        Field("provider", "provider", "provider", "string", absent=""),
        Field("model_id", "model_id", "model_id", "string", absent=""),
        Field("display_name", "display_name", "display_name", "string", absent=""),
        Field("input_price", "input_price", "input_price", "number|null"),
        Field("output_price", "output_price", "output_price", "number|null"),
        Field("max_tokens", "max_tokens", "max_tokens", "integer|null"),
        Field("supports_vision", "supports_vision", "supports_vision", "boolean", absent=False),
        Field("supports_tools", "supports_tools", "supports_tools", "boolean", absent=False),
        Field("supports_json", "supports_json", "supports_json", "boolean", absent=False),
        Field("supports_streaming", "supports_streaming", "supports_streaming", "boolean", absent=False),
        Field("is_active", "is_active", "is_active", "boolean", absent=True),
        Field("cached_input_price", "cached_input_price", "cached_input_price", "number|null"),
        Field("supports_temperature", "supports_temperature", "supports_temperature", "boolean", absent=False),
        Field("supports_top_p", "supports_top_p", "supports_top_p", "boolean", absent=False),
        Field("supports_top_k", "supports_top_k", "supports_top_k", "boolean", absent=False),
        Field("supports_reasoning", "supports_reasoning", "supports_reasoning", "boolean", absent=False),
        Field("supports_web_search", "supports_web_search", "supports_web_search", "boolean", absent=False),
        Field("supports_prompt_caching", "supports_prompt_caching", "supports_prompt_caching", "boolean", absent=False),
        Field("is_deprecated", "is_deprecated", "is_deprecated", "boolean", absent=False),
        Field("deprecated_at", "deprecated_at", "deprecated_at", "string|null"),
        Field("created_at", "created_at", "created_at", "string", absent=""),
        Field("updated_at", "updated_at", "updated_at", "string", absent=""),
    )
    ITSELF: ClassVar[str] = "data"

    id: str = ""
    provider: str = ""
    model_id: str = ""
    display_name: str = ""
    input_price: float | None = None
    output_price: float | None = None
    max_tokens: int | None = None
    supports_vision: bool = False
    supports_tools: bool = False
    supports_json: bool = False
    supports_streaming: bool = False
    is_active: bool = True
    cached_input_price: float | None = None
    supports_temperature: bool = False
    supports_top_p: bool = False
    supports_top_k: bool = False
    supports_reasoning: bool = False
    supports_web_search: bool = False
    supports_prompt_caching: bool = False
    is_deprecated: bool = False
    deprecated_at: str | None = None
    created_at: str = ""
    updated_at: str = ""
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
