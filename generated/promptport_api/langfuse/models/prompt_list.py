# Made by `nox -s generate` from openapi/langfuse.yaml: change the contract or a template, never this file.
"""A page of prompts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
    array,
    contract_of,
    reads,
)
from promptport.model import Shape as _Shape

from .. import models


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class PromptList(Model):
    """A page of prompts.

    Attributes:
        data: The prompts.
        meta: Which page it is, and how many there are.
        pagination: Which page it is, and how many there are.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field(
            "data",
            "data",
            "data",
            _Shape("array", items=_Shape("object", fields=lambda: contract_of(models.PromptMeta))),
            required=True,
            convert=array(reads(lambda: models.PromptMeta)),
        ),
        Field(
            "meta",
            "meta",
            "meta",
            _Shape("object", fields=lambda: contract_of(models.PageMeta)),
            required=True,
            convert=reads(lambda: models.PageMeta),
        ),
        Field(
            "pagination",
            "pagination",
            "pagination",
            _Shape("object", fields=lambda: contract_of(models.PageMeta)),
            convert=reads(lambda: models.PageMeta),
        ),
    )

    data: list[models.PromptMeta]
    meta: models.PageMeta
    pagination: models.PageMeta | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
