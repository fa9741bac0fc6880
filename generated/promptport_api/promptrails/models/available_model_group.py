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
)

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
        Field("provider", "provider", "provider", required=True),
        Field(
            "models",
            "models",
            "models",
            kind="array",
            convert=array(lambda value: models.AvailableModelEntry.from_dict(value)),
        ),
    )
    ITSELF: ClassVar[str] = "data"

    provider: str
    models: list[_models.AvailableModelEntry] | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
