# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A page of executions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    DataPage,
    Field,
    array,
)

from .. import models


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class AgentExecutionPage(DataPage["models.AgentExecution"]):
    """A page of executions.

    Attributes:
        data: The items.
        meta: Where a page stands in its list.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field(
            "data",
            "data",
            "data",
            required=True,
            kind="array",
            absent=[],
            convert=array(lambda value: models.AgentExecution.from_dict(value)),
        ),
        Field(
            "meta",
            "meta",
            "meta",
            kind="object",
            absent={},
            convert=lambda value: models.PaginationMeta.from_dict(value),
        ),
    )
    ITEMS: ClassVar[str] = "data"
    PAGES: ClassVar[tuple[str, ...]] = (
        "meta",
        "total_pages",
    )

    data: list[models.AgentExecution]
    meta: models.PaginationMeta = field(factory=lambda: models.PaginationMeta.from_dict({}))
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
