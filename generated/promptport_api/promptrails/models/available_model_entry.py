# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A model that the workspace can use."""

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
class AvailableModelEntry(Model):
    """A model that the workspace can use.

    Attributes:
        id: Its identifier.
        model_id: The provider's name for it.
        display_name: Its name for people.
        max_tokens: How many tokens it writes at the most.
        supports_vision: Whether it takes pictures.
        supports_tools: Whether it calls tools.
        supports_json: Whether it can be held to JSON.
        input_price: Dollars for a million tokens that it reads.
        output_price: Dollars for a million tokens that it writes.
        supports_temperature: Whether it takes a temperature. Since promptrails 0.5.0.
        supports_top_p: Whether it takes `top_p`. Since promptrails 0.5.0.
        supports_top_k: Whether it takes `top_k`. Since promptrails 0.5.0.
        supports_reasoning: Whether it reasons before it answers. Since promptrails 0.5.0.
        supports_web_search: Whether it searches the web. Since promptrails 0.5.0.
        supports_prompt_caching: Whether it keeps what it has read. Since promptrails 0.5.0.
        is_deprecated: Whether its provider gives it up. Since promptrails 0.5.0.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True, absent=""),
        Field("model_id", "model_id", "model_id", "string", absent=""),
        Field("display_name", "display_name", "display_name", "string", absent=""),
        Field("max_tokens", "max_tokens", "max_tokens", "integer|null"),
        Field("supports_vision", "supports_vision", "supports_vision", "boolean", absent=False),
        Field("supports_tools", "supports_tools", "supports_tools", "boolean", absent=False),
        Field("supports_json", "supports_json", "supports_json", "boolean", absent=False),
        Field("input_price", "input_price", "input_price", "number|null"),
        Field("output_price", "output_price", "output_price", "number|null"),
        Field("supports_temperature", "supports_temperature", "supports_temperature", "boolean", absent=False),
        Field("supports_top_p", "supports_top_p", "supports_top_p", "boolean", absent=False),
        Field("supports_top_k", "supports_top_k", "supports_top_k", "boolean", absent=False),
        Field("supports_reasoning", "supports_reasoning", "supports_reasoning", "boolean", absent=False),
        Field("supports_web_search", "supports_web_search", "supports_web_search", "boolean", absent=False),
        Field("supports_prompt_caching", "supports_prompt_caching", "supports_prompt_caching", "boolean", absent=False),
        Field("is_deprecated", "is_deprecated", "is_deprecated", "boolean", absent=False),
    )
    ITSELF: ClassVar[str] = "data"

    id: str = ""
    model_id: str = ""
    display_name: str = ""
    max_tokens: int | None = None
    supports_vision: bool = False
    supports_tools: bool = False
    supports_json: bool = False
    input_price: float | None = None
    output_price: float | None = None
    supports_temperature: bool = False
    supports_top_p: bool = False
    supports_top_k: bool = False
    supports_reasoning: bool = False
    supports_web_search: bool = False
    supports_prompt_caching: bool = False
    is_deprecated: bool = False
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
