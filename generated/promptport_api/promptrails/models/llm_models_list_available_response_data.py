# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
""""""

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
class LlmModelsListAvailableResponseData(Model):
    """

    Attributes:
        groups: The providers, as newer servers answer them. Since promptrails 0.5.0.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field(
            "groups",
            "groups",
            "groups",
            _Shape("array", items=_Shape("object", fields=lambda: contract_of(models.AvailableModelGroup))),
            absent=[],
            convert=array(reads(lambda: models.AvailableModelGroup)),
        ),
    )
    ITSELF: ClassVar[str] = "data"

    groups: list[models.AvailableModelGroup] = field(factory=list)
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
