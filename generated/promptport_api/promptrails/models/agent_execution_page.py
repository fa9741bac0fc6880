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
    contract_of,
    reads,
)
from promptport.model import Shape as _Shape

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
            _Shape("array", items=_Shape("object", fields=lambda: contract_of(models.AgentExecution))),
            required=True,
            absent=[],
            convert=array(reads(lambda: models.AgentExecution)),
        ),
        Field(
            "meta",
            "meta",
            "meta",
            _Shape("object", fields=lambda: contract_of(models.PaginationMeta)),
            absent={},
            convert=reads(lambda: models.PaginationMeta),
        ),
    )
    ITEMS: ClassVar[str] = "data"
    PAGES: ClassVar[tuple[str, ...]] = (
        "meta",
        "pages",
    )

    data: list[models.AgentExecution] = field(factory=list)
    meta: models.PaginationMeta = field(factory=lambda: reads(lambda: models.PaginationMeta)({}))
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
