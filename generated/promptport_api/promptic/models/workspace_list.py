# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The workspaces of a person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
    array,
    reads,
)
from promptport.model import Shape as _Shape

from .. import models


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class WorkspaceList(Model):
    """The workspaces of a person.

    Attributes:
        data: The workspaces.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field(
            "data",
            "data",
            "data",
            _Shape("array", items=_Shape("object", fields=lambda: models.Workspace.CONTRACT)),
            required=True,
            convert=array(reads(lambda: models.Workspace)),
        ),
    )

    data: list[models.Workspace]
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
