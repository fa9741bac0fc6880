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
)


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class AgentVfsDeleteResponseData(Model):
    """

    Attributes:
        deleted: int
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("deleted", "deleted", "deleted", "integer|null", required=True, absent=0),
    )
    ITSELF: ClassVar[str] = "data"

    deleted: int = 0
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
