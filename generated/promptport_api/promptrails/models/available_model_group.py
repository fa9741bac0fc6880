# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A provider, and those of its models that the workspace can use."""

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
from .. import models as _models


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class AvailableModelGroup(Model):
    """A provider, and those of its models that the workspace can use.

    Attributes:
        provider: Who runs them, such as `openai`.
        models: The models.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("provider", "provider", "provider", "string", required=True, absent=""),
        Field(
            "models",
            "models",
            "models",
            _Shape("array", items=_Shape("object", fields=lambda: contract_of(models.AvailableModelEntry))),
            absent=[],
            convert=array(reads(lambda: models.AvailableModelEntry)),
        ),
    )
    ITSELF: ClassVar[str] = "data"

    provider: str = ""
    models: list[_models.AvailableModelEntry] = field(factory=list)
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
