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
class AgentVfsGrepResponseData(Model):
    """

    Attributes:
        query: str | None
        matches: list[models.AgentVFSGrepMatch]
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("query", "query", "query", "string"),
        Field(
            "matches",
            "matches",
            "matches",
            _Shape("array", items=_Shape("object", fields=lambda: contract_of(models.AgentVFSGrepMatch))),
            required=True,
            absent=[],
            convert=array(reads(lambda: models.AgentVFSGrepMatch)),
        ),
    )
    ITSELF: ClassVar[str] = "data"

    query: str | None = None
    matches: list[models.AgentVFSGrepMatch] = field(factory=list)
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
