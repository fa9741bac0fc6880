# Made by `nox -s generate` from openapi/langfuse.yaml: change the contract or a template, never this file.
"""Which page it is, and how many there are."""

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
class PageMeta(Model):
    """Which page it is, and how many there are.

    Attributes:
        page: The page, from 1.
        limit: Prompts a page.
        total_items: Prompts that pass the filters.
        total_pages: Pages of them.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("page", "page", "page", "integer", required=True),
        Field("limit", "limit", "limit", "integer", required=True),
        Field("totalItems", "total_items", "total_items", "integer", required=True),
        Field("totalPages", "total_pages", "total_pages", "integer", required=True),
    )

    page: int
    limit: int
    total_items: int
    total_pages: int
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
