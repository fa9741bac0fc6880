# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""The tools that a server of the Model Context Protocol offers."""

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
class MCPDiscoverResult(Model):
    """The tools that a server of the Model Context Protocol offers.

    Attributes:
        tools: The tools.
        trace_id: The trace of the call.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field(
            "tools",
            "tools",
            "tools",
            _Shape("array", items=_Shape("object", fields=lambda: contract_of(models.MCPDiscoveredTool))),
            required=True,
            absent=[],
            convert=array(reads(lambda: models.MCPDiscoveredTool)),
        ),
        Field("trace_id", "trace_id", "trace_id", "string|null", absent=""),
    )
    ITSELF: ClassVar[str] = "data"

    tools: list[models.MCPDiscoveredTool] = field(factory=list)
    trace_id: str = ""
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
