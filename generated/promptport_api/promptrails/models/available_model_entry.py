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
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
