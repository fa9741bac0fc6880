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
class AgentVfsGlobResponseData(Model):
    """

    Attributes:
        pattern: str | None
        items: list[models.AgentVFSFile]
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("pattern", "pattern", "pattern", "string"),
        Field(
            "items",
            "items",
            "items",
            _Shape("array", items=_Shape("object", fields=lambda: contract_of(models.AgentVFSFile))),
            required=True,
            absent=[],
            convert=array(reads(lambda: models.AgentVFSFile)),
        ),
    )
    ITSELF: ClassVar[str] = "data"

    pattern: str | None = None
    items: list[models.AgentVFSFile] = field(factory=list)  # type: ignore[assignment] # the method of this name gives way
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
