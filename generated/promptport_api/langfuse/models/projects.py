# Made by `nox -s generate` from openapi/langfuse.yaml: change the contract or a template, never this file.
"""The projects of a key, of which there is one."""

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
class Projects(Model):
    """The projects of a key, of which there is one.

    Attributes:
        data: The projects.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field(
            "data",
            "data",
            "data",
            _Shape("array", items=_Shape("object", fields=lambda: contract_of(models.Project))),
            required=True,
            convert=array(reads(lambda: models.Project)),
        ),
    )

    data: list[models.Project]
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
