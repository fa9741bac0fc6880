# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""An agent to begin with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
)
from promptport.model import Shape as _Shape
from promptport.model import deprecated as _Deprecated


@_Deprecated("Gone since promptrails 0.9.0.")
@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class FlowTemplate(Model):
    """An agent to begin with. Gone since promptrails 0.9.0.

    Attributes:
        id: Its identifier.
        name: Its name.
        description: What it does.
        category: What it is about.
        agent_type: The type of the agent.
        complexity: How much there is to it.
        tags: Its labels.
        icon: Its picture.
        node_count: How many steps it has.
        flow_config: The steps.
        status: Its state.
        created_at: When it was made, as RFC 3339 has it.
        updated_at: When it was last changed, as RFC 3339 has it.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True, absent=""),
        Field("name", "name", "name", "string", absent=""),
        Field("description", "description", "description", "string", absent=""),
        Field("category", "category", "category", "string", absent=""),
        Field("agent_type", "agent_type", "agent_type", "string", absent=""),
        Field("complexity", "complexity", "complexity", "string", absent=""),
        Field("tags", "tags", "tags", _Shape("array|null", items=_Shape("string")), absent=[]),
        Field("icon", "icon", "icon", "string|null", absent=""),
        Field("node_count", "node_count", "node_count", "integer", absent=0),
        Field("flow_config", "flow_config", "flow_config", "object|null", absent={}),
        Field("status", "status", "status", "string", absent=""),
        Field("created_at", "created_at", "created_at", "string", absent=""),
        Field("updated_at", "updated_at", "updated_at", "string", absent=""),
    )
    ITSELF: ClassVar[str] = "data"

    id: str = ""
    name: str = ""
    description: str = ""
    category: str = ""
    agent_type: str = ""
    complexity: str = ""
    tags: list[str] = field(factory=list)
    icon: str = ""
    node_count: int = 0
    flow_config: dict[str, Any] = field(factory=dict)
    status: str = ""
    created_at: str = ""
    updated_at: str = ""
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
