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
    array,
    expect,
)


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class FlowTemplate(Model):
    """An agent to begin with.

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
        Field("id", "id", "id", required=True),
        Field("name", "name", "name"),
        Field("description", "description", "description"),
        Field("category", "category", "category"),
        Field("agent_type", "agent_type", "agent_type"),
        Field("complexity", "complexity", "complexity"),
        Field("tags", "tags", "tags", kind="array", convert=array(expect("scalar"))),
        Field("icon", "icon", "icon"),
        Field("node_count", "node_count", "node_count"),
        Field("flow_config", "flow_config", "flow_config", kind="object"),
        Field("status", "status", "status"),
        Field("created_at", "created_at", "created_at"),
        Field("updated_at", "updated_at", "updated_at"),
    )
    ITSELF: ClassVar[str] = "data"

    id: str
    name: str | None = None
    description: str | None = None
    category: str | None = None
    agent_type: str | None = None
    complexity: str | None = None
    tags: list[str] | None = None
    icon: str | None = None
    node_count: int | None = None
    flow_config: dict[str, Any] | None = None
    status: str | None = None
    created_at: str | None = None
    updated_at: str | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
