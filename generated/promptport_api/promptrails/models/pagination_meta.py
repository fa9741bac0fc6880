# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Where a page stands in its list."""

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
class PaginationMeta(Model):
    """Where a page stands in its list.

    Attributes:
        total: The number of items in the whole list.
        page: The number of this page, from 1.
        limit: The number of items that a page has at the most.
        pages: The number of pages; older servers call it `total_pages`.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("total", "total", "total", "integer", absent=0),
        Field("page", "page", "page", "integer", absent=1),
        Field("limit", "limit", "limit", "integer", absent=20),
        Field("pages", "pages", "pages", "integer", absent=0, aliases=("total_pages",)),
    )
    ITSELF: ClassVar[str] = "data"

    total: int = 0
    page: int = 1
    limit: int = 20
    pages: int = 0
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
